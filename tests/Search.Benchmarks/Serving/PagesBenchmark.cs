using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Search.Benchmarks.Serving;

/// <summary>
/// The page of results beside the HTTP interface's answer to the same query: the time to the first byte of either, asked one after the
/// other and in turns first, and what the page weighs. The host runs already, with <c>Search:RateLimit:Enabled=false</c>.
/// </summary>
internal static class PagesBenchmark
{
    private const double MostTimes = 1.2;
    private const int MostBytes = 18_000;

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        using var client = new HttpClient { BaseAddress = new Uri(arguments[0]), Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        string[] queries = [.. File.ReadLines(arguments[1]).Select(QueryOf).Take(Limit(arguments))];
        var (page, answer) = (new List<double>(), new List<double>());
        var bytes = new List<double>();
        foreach (var query in queries.Where((_, index) => index % 20 == 0))
        {
            await AskAsync(client, PagePath(query), [], []);
            await AskAsync(client, LoadReader.PathOf(query), [], []);
        }

        for (var number = 0; number < queries.Length; number++)
        {
            var query = queries[number];
            foreach (var isPage in number % 2 == 0 ? new[] { true, false } : [false, true])
            {
                await (isPage
                    ? AskAsync(client, PagePath(query), page, bytes)
                    : AskAsync(client, LoadReader.PathOf(query), answer, []));
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"first byte, {queries.Length} interleaved: page p50 {Quantile.At(page, 0.5):F1} p95 {Quantile.At(page, 0.95):F1} ms, "
                + $"interface p50 {Quantile.At(answer, 0.5):F1} p95 {Quantile.At(answer, 0.95):F1} ms, "
                + $"p95 {Quantile.At(page, 0.95) / Quantile.At(answer, 0.95):F2} times (at most {MostTimes} wanted)"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"HTML in Brotli: p50 {Quantile.At(bytes, 0.5):N0}, most {bytes.Max():N0} bytes (at most {MostBytes:N0} wanted)"));
    }

    private static async Task AskAsync(HttpClient client, string path, List<double> times, List<double> bytes)
    {
        var clock = Stopwatch.StartNew();
        using var response = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var buffer = new byte[64 * 1024];
        long length = await body.ReadAsync(buffer);
        times.Add(clock.Elapsed.TotalMilliseconds);
        for (int read; (read = await body.ReadAsync(buffer)) > 0;)
        {
            length += read;
        }

        bytes.Add(length);
    }

    private static string PagePath(string query) => $"/?q={Uri.EscapeDataString(query)}";

    private static string QueryOf(string line)
    {
        using var entry = JsonDocument.Parse(line);
        return entry.RootElement.GetProperty("q").GetString()!;
    }

    private static int Limit(IReadOnlyList<string> arguments) =>
        arguments.Count > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : int.MaxValue;
}
