using System.Diagnostics;
using System.Globalization;
using Search.Archive;
using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Testing.Generation;

namespace Search.Benchmarks.Searching;

/// <summary>
/// How far searches overrun their budget: a query of each shape at its limits, in statements of 100,000 words that repeat themselves.
/// The least of three runs each, as others use the machine too.
/// </summary>
internal static class OverrunBenchmark
{
    private const int Words = 100_000;
    private const int Runs = 3;

    private static readonly TimeSpan[] s_budgets = [TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1)];

    public static Task RunAsync(IReadOnlyList<string> arguments) => TemporaryArchive.UseAsync(arguments, MeasureAsync);

    private static async Task MeasureAsync(ISearchEngine engine)
    {
        await TemporaryArchive.FillAsync(engine, HostileSearches.Statements(Words));
        Console.WriteLine($"milliseconds for a budget of {string.Join(" and of ", s_budgets.Select(Show))}");
        var most = TimeSpan.MinValue;
        foreach (var (name, query) in HostileSearches.Queries())
        {
            var times = new List<string>();
            foreach (var budget in s_budgets)
            {
                var taken = await LeastAsync(engine, new SearchRequest { Query = query, Budget = budget });
                most = taken - budget > most ? taken - budget : most;
                times.Add(Show(taken).PadLeft(7));
            }

            Console.WriteLine($"  {name,-34} {string.Join(' ', times)}");
        }

        Console.WriteLine($"farthest past a budget: {Show(most)}, of which marking may take {Show(Highlighter.Grace)}");
    }

    private static async Task<TimeSpan> LeastAsync(ISearchEngine engine, SearchRequest request)
    {
        var least = TimeSpan.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                await engine.SearchAsync(request, CancellationToken.None);
            }
            catch (QueryTooCostlyException)
            {
                // An answer, too: it took what it took.
            }

            var taken = Stopwatch.GetElapsedTime(start);
            least = taken < least ? taken : least;
        }

        return least;
    }

    private static string Show(TimeSpan time) => time.TotalMilliseconds.ToString("N0", CultureInfo.InvariantCulture);
}
