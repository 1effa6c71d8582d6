using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Search.Benchmarks.Searching;
using Search.Elasticsearch;
using Search.Elasticsearch.Configuration;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Benchmarks.Elasticsearch;

/// <summary>
/// Pages through the service, up to their JSON, beside the very bodies that it sends, sent directly: recorded first, then
/// each page in both ways, one after the other, the first of them in turns.
/// </summary>
internal static class PageBenchmark
{
    private const int Pages = 500;

    public static async Task RunAsync(string server, string alias, ElasticsearchSearchEngine engine, string path)
    {
        var calls = await CallsAsync(path);
        var stages = await RecordAsync(server, alias, calls);
        using var client = new HttpClient { BaseAddress = new Uri(server) };
        var service = new SearchService(engine, engine, engine, TimeProvider.System);
        var (direct, ours) = (new List<double>(), new List<double>());
        for (var number = 0; number < calls.Count; number++)
        {
            var (call, bodies) = (calls[number], stages[number]);
            foreach (var turn in number % 2 == 0 ? new[] { direct, ours } : [ours, direct])
            {
                var clock = Stopwatch.StartNew();
                await (turn == direct ? SendAsync(client, bodies) : AskAsync(service, call));
                turn.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        var limit = (1.2 * At(direct, 0.5)) + 3;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"page, {calls.Count} interleaved: direct p50 {At(direct, 0.5):F1} p95 {At(direct, 0.95):F1} ms, "
                + $"service p50 {At(ours, 0.5):F1} p95 {At(ours, 0.95):F1} ms (p50 of at most {limit:F1} wanted)"));
    }

    private static async Task<IReadOnlyList<IReadOnlyList<IReadOnlyList<RecordedRequest>>>> RecordAsync(
        string server, string alias, IReadOnlyList<SearchCall> calls)
    {
        await using var recorder = new RequestRecorder(server);
        await using var engine = new ElasticsearchSearchEngine(new ElasticsearchOptions { Urls = [recorder.Address], Index = alias });
        var service = new SearchService(engine, engine, engine, TimeProvider.System);
        var stages = new List<IReadOnlyList<IReadOnlyList<RecordedRequest>>>();
        foreach (var call in calls)
        {
            await AskAsync(service, call);
            stages.Add(recorder.Take());
        }

        return stages;
    }

    /// <summary>One page, up to its JSON.</summary>
    public static async Task AskAsync(SearchService service, SearchCall call) => JsonSerializer.SerializeToUtf8Bytes(
        await service.SearchAsync(call, CancellationToken.None), ResponseJson.Default.SearchPageResponse);

    private static async Task SendAsync(HttpClient client, IReadOnlyList<IReadOnlyList<RecordedRequest>> stages)
    {
        foreach (var stage in stages)
        {
            await Task.WhenAll(stage.Select(async request =>
            {
                using var content = new ByteArrayContent(request.Body);
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(request.ContentType);
                using var answer = await client.PostAsync(request.Path, content);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
            }));
        }
    }

    /// <summary>Queries of every class in turn, each as the HTTP interface understands it: every facet, histogram, ladder.</summary>
    private static async Task<IReadOnlyList<SearchCall>> CallsAsync(string path)
    {
        var statements = await StatementFiles.ReadAsync(path).ToListAsync();
        var classes = QueryLog.Draw(statements, 1 + (Pages / 13)).Select(drawn => drawn.Queries).ToArray();
        return [.. Enumerable.Range(0, classes.Max(queries => queries.Count))
            .SelectMany(turn => classes.Where(queries => turn < queries.Count).Select(queries => Call(queries[turn])))
            .Take(Pages)];
    }

    /// <summary>As the HTTP interface understands it.</summary>
    public static SearchCall Call(LoggedQuery query) =>
        SearchCallReader.TryRead([KeyValuePair.Create("q", (string?)query.Text)], new DateOnly(2026, 1, 1), out var call, out _)
            ? call with { Request = call.Request with { Filters = query.Filters } }
            : throw new InvalidOperationException($"{query.Text} cannot be read.");

    public static double At(List<double> values, double part) => values.Order().ElementAt((int)(values.Count * part));
}
