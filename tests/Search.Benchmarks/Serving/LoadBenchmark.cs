using System.Diagnostics;
using System.Globalization;
using Search.Benchmarks.Queries;
using Search.Benchmarks.Searching;

namespace Search.Benchmarks.Serving;

/// <summary>
/// A web host under more readers than it can serve: how long answers and signs of life take, how many are turned away, and what
/// memory stays. The host runs already, with <c>Search:RateLimit:Enabled=false</c>, and its archive holds the statements of the file.
/// </summary>
internal static class LoadBenchmark
{
    private const int PerClass = 40;
    private static readonly TimeSpan s_quiet = TimeSpan.FromSeconds(15);

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var options = LoadOptions.Read(arguments);
        var statements = await StatementFiles.ReadAsync(options.File).ToListAsync();
        string[] ordinary = [.. QueryLog.Draw(statements, PerClass).SelectMany(drawn => drawn.Queries).Select(query => query.Text)];
        string[] costly = [.. new CostlyQueries(statements).Allowed().Select(query => query.Query)];
        statements.Clear();
        using var client = new HttpClient { BaseAddress = options.Host, Timeout = TimeSpan.FromMinutes(2) };
        foreach (var query in ordinary.Where((_, index) => index % PerClass == 0))
        {
            using var warm = await client.GetAsync(LoadReader.PathOf(query));
        }

        Console.WriteLine($"{options.Clients} readers, {options.Costly} of them with costly queries, {options.Length.TotalSeconds:N0} s");
        var before = Memory(options.Process);
        var end = Stopwatch.GetTimestamp() + (long)(options.Length.TotalSeconds * Stopwatch.Frequency);
        var readers = Enumerable.Range(0, options.Clients)
            .Select(number => new LoadReader(client, number < options.Costly ? costly : ordinary, number))
            .ToList();
        var probe = new LoadReader(client, [], 0);
        await Task.WhenAll([.. readers.Select(reader => reader.SearchUntilAsync(end)), probe.ProbeUntilAsync(end)]);
        var peak = Memory(options.Process);
        await Task.Delay(s_quiet);

        Print("ordinary", [.. readers.Skip(options.Costly).SelectMany(reader => reader.Answers)]);
        Print("costly", [.. readers.Take(options.Costly).SelectMany(reader => reader.Answers)]);
        Print("/health/live", probe.Answers);
        var after = Memory(options.Process);
        Console.WriteLine($"memory before / at the end / {s_quiet.TotalSeconds:N0} s later: {before} / {peak} / {after} MB");
    }

    private static void Print(string name, IReadOnlyList<LoadAnswer> answers)
    {
        double[] times = [.. answers.Where(answer => answer.Status == 200).Select(answer => answer.Milliseconds).Order()];
        double[] refusals = [.. answers.Where(answer => answer.Status == 503).Select(answer => answer.Milliseconds).Order()];
        var others = answers.Count - times.Length - refusals.Length;
        Console.WriteLine(
            $"{name,-14} {times.Length,6:N0} answers, p50 {At(times, 0.5),7:N0} p95 {At(times, 0.95),7:N0} ms   "
            + $"{refusals.Length,6:N0} × 503, p95 {At(refusals, 0.95),5:N0} ms   {others} others");
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)(share * (sorted.Length - 1))];

    private static string Memory(int? process)
    {
        if (process is not { } id)
        {
            return "?";
        }

        // The archive's file is mapped into memory: its pages are the system's cache, and no use of the host's.
        var status = $"/proc/{id}/status";
        if (File.Exists(status)
            && File.ReadLines(status).FirstOrDefault(line => line.StartsWith("RssAnon:", StringComparison.Ordinal)) is { } anonymous)
        {
            return (long.Parse(anonymous.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1_000)
                .ToString("N0", CultureInfo.InvariantCulture);
        }

        using var host = Process.GetProcessById(id);
        return (host.PrivateMemorySize64 / 1_000_000).ToString("N0", CultureInfo.InvariantCulture);
    }
}
