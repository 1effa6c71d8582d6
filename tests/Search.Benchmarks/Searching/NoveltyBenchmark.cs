using System.Diagnostics;
using System.Globalization;
using Search.Archive;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Service;

namespace Search.Benchmarks.Searching;

/// <summary>
/// How long it takes to say what is new in a statement and where else it is: a hundred statements of any length, and a hundred of
/// some 3,000 words, each asked once after others have warmed everything up.
/// </summary>
internal static class NoveltyBenchmark
{
    private const int Asked = 100;
    private const int WarmUp = 20;

    /// <summary>So that a machine that does other things beside cuts no answer short.</summary>
    private static readonly PatientTime s_patient = new();

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var statements = await StatementFiles.ReadAsync(arguments[0]).ToListAsync();
        await TemporaryArchive.UseAsync(arguments, engine => MeasureAsync(engine, statements));
    }

    private static async Task MeasureAsync(ISearchEngine engine, IReadOnlyList<Statement> statements)
    {
        var start = Stopwatch.GetTimestamp();
        await TemporaryArchive.FillAsync(engine, statements);
        var status = await engine.StatusAsync(CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{status.Statements:N0} statements written in {Stopwatch.GetElapsedTime(start).TotalSeconds:N1} s, "
                + $"{status.SizeInBytes / 1e6:N0} MB"));
        var (random, analyzer) = (new Random(104), new TextAnalyzer());
        Statement[] any = [.. statements.OrderBy(_ => random.Next()).Take(Asked + WarmUp)];
        Statement[] longest =
        [
            .. statements.Where(statement => statement.Body.Length is > 15_000 and < 22_000)
                .OrderBy(_ => random.Next()).Take(Asked + WarmUp),
        ];
        foreach (var (name, asked) in new[] { ("of any length", any), ("of some 3,000 words", longest) })
        {
            var words = asked.Average(statement => analyzer.Analyze(statement.Body).Count);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{asked.Length} statements {name}, {words:N0} words on average"));
            var (novelty, siblings) = (
                new NoveltyService(engine, engine, s_patient), new SiblingService(engine, engine, s_patient));
            await TimeAsync("novelty", asked, async id => (await novelty.GetAsync(id, CancellationToken.None))!.Partial);
            await TimeAsync("siblings", asked, async id => (await siblings.GetAsync(id, CancellationToken.None))!.Partial);
        }
    }

    private static double At(List<double> sorted, int percent) => sorted[sorted.Count * percent / 100];

    private static async Task TimeAsync(string name, IReadOnlyList<Statement> asked, Func<string, Task<bool>> ask)
    {
        var (times, processor, partial) = (new List<double>(), new List<double>(), 0);
        foreach (var (index, statement) in asked.Index())
        {
            var (start, busy) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            var isPartial = await ask(statement.Id.Value);
            if (index >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                processor.Add((Environment.CpuUsage.TotalTime - busy).TotalMilliseconds);
                partial += isPartial ? 1 : 0;
            }
        }

        times.Sort();
        processor.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-9} p50 {At(times, 50),7:N1} ms, p95 {At(times, 95),7:N1} ms; of the processor p50 "
                + $"{At(processor, 50),7:N1} ms, p95 {At(processor, 95),7:N1} ms; {partial} partial"));
    }

    private sealed class PatientTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, 20 * dueTime, period);
    }
}
