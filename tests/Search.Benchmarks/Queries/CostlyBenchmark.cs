using System.Diagnostics;
using System.Globalization;
using Search.Archive;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Queries;

namespace Search.Benchmarks.Queries;

/// <summary>
/// Whether the dearest queries that the limits allow are answered within the time that a page has, alone and four at once,
/// and how far an engine overruns a time that is too short. Arguments: a JSON Lines file (.gz or not), then
/// <c>--elasticsearch URL</c> to ask that engine too.
/// </summary>
internal static class CostlyBenchmark
{
    private const int Readers = 4;

    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(200);

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var statements = await StatementFiles.ReadAsync(arguments[0]).ToListAsync();
        var queries = new CostlyQueries(statements);
        Console.WriteLine(
            $"{statements.Count:N0} statements; milliseconds: first, again, slowest of {Readers} at once, "
                + $"with {s_short.TotalMilliseconds} ms only");
        await TemporaryArchive.UseSqliteAsync(engine => MeasureAsync(engine, statements, queries));
        if (TemporaryArchive.UrlIn(arguments) is { } url)
        {
            await TemporaryArchive.UseElasticsearchAsync(url, engine => MeasureAsync(engine, statements, queries));
        }

        Console.WriteLine("\nrefused");
        foreach (var (name, text) in CostlyQueries.Refused())
        {
            Console.WriteLine(QueryParser.TryParse(text, out _, out var error)
                ? $"  {name,-34} NOT REFUSED"
                : $"  {name,-34} {error.Code}{(error.IsLimit ? " (query-too-costly)" : string.Empty)}: {error.Message}");
        }
    }

    private static async Task MeasureAsync(ISearchEngine engine, IReadOnlyList<Statement> statements, CostlyQueries queries)
    {
        await TemporaryArchive.FillAsync(engine, statements);
        Console.WriteLine($"\n{engine.Description.Split(' ')[0]}");
        foreach (var (name, text) in queries.Allowed())
        {
            if (!QueryParser.TryParse(text, out var node, out var error))
            {
                Console.WriteLine($"  {name,-34} refused: {error.Message}");
                continue;
            }

            var request = new SearchRequest
            {
                Query = QueryMeaning.Of(node, new MeaningOptions(new DateOnly(2026, 1, 1))),
                Facets = [.. Enum.GetValues<FacetName>().Select(facet => new FacetSelection(facet))],
                Histogram = true,
            };
            var (first, outcome) = await AskAsync(engine, request);
            var (again, _) = await AskAsync(engine, request);
            var many = await Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(() => AskAsync(engine, request))));
            var (shortly, cut) = await AskAsync(engine, request with { Budget = s_short });
            Console.WriteLine(
                $"  {name,-34} {Show(first)} {Show(again)} {Show(many.Max(answer => answer.Elapsed))} {Show(shortly)}  {outcome}"
                    + (many.All(answer => answer.Outcome == outcome)
                        ? string.Empty
                        : $"; at once: {string.Join(", ", many.Select(answer => answer.Outcome).Distinct())}")
                    + (cut == outcome ? string.Empty : $"; in short: {cut}"));
        }
    }

    private static async Task<(TimeSpan Elapsed, string Outcome)> AskAsync(ISearchEngine engine, SearchRequest request)
    {
        var start = Stopwatch.GetTimestamp();
        string outcome;
        try
        {
            var page = await engine.SearchAsync(request, CancellationToken.None);
            outcome = page.Complete ? $"{page.Total:N0} hits" : "partial";
        }
        catch (QueryTooCostlyException exception)
        {
            outcome = $"refused: {exception.Message}";
        }
        catch (EngineUnavailableException exception)
        {
            outcome = $"FAILED: {exception.Message}";
        }

        return (Stopwatch.GetElapsedTime(start), outcome);
    }

    private static string Show(TimeSpan time) => time.TotalMilliseconds.ToString("N0", CultureInfo.InvariantCulture).PadLeft(7);
}
