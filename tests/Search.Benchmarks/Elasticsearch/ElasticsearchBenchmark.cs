using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Search.Core.Analysis;
using Search.Core.Matching;
using Search.Core.Searching;
using Search.Core.Statements;
using Search.Elasticsearch;
using Search.Elasticsearch.Configuration;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Searching;

namespace Search.Benchmarks.Elasticsearch;

/// <summary>
/// What the engine costs over Elasticsearch itself: importing against a bare sender of the same documents, pages against
/// the same requests sent directly. Arguments: the server's address, a JSON Lines file (.gz or not), rounds.
/// </summary>
internal static class ElasticsearchBenchmark
{
    private const int Senders = 3;
    private const int BatchStatements = 500;

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var (server, rounds) = (new Uri(arguments[0]), arguments.Count > 2 ? int.Parse(arguments[2]) : 2);
        var statements = BenchmarkStatements.Read(arguments[1]);
        Console.WriteLine($"{statements.Count} statements");
        for (var round = 0; round < rounds; round++)
        {
            await using var engine = Open(server);
            await engine.ConnectAsync(CancellationToken.None);
            var bare = await BareImportAsync(server, statements);
            var ours = await ImportAsync(engine, statements);
            Console.WriteLine(
                $"import: bare {bare:F0}/s, engine {ours:F0}/s, ratio {ours / bare:F2}; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB");
            await PagesAsync(server, engine, statements);
            await engine.DropAsync(CancellationToken.None);
        }
    }

    private static ElasticsearchSearchEngine Open(Uri server) =>
        new(new ElasticsearchOptions { Urls = [server.OriginalString], Index = $"bench-{Guid.NewGuid():N}", Senders = Senders });

    private static async Task<double> ImportAsync(ElasticsearchSearchEngine engine, IReadOnlyList<Statement> statements)
    {
        var clock = Stopwatch.StartNew();
        await using var writer = await engine.OpenWriterAsync(new WriterOptions(Bulk: true), CancellationToken.None);
        await Parallel.ForEachAsync(
            statements.Chunk(BatchStatements),
            new ParallelOptions { MaxDegreeOfParallelism = Senders },
            async (batch, token) => await writer.WriteAsync(batch, token));
        await writer.CompleteAsync(CancellationToken.None);
        return statements.Count / clock.Elapsed.TotalSeconds;
    }

    /// <summary>The least that can be done: documents into bulk requests, nothing looked at but the status.</summary>
    private static async Task<double> BareImportAsync(Uri server, IReadOnlyList<Statement> statements)
    {
        using var client = new HttpClient { BaseAddress = server };
        var index = $"bare-{Guid.NewGuid():N}";
        var body = IndexMapping.Current.CreateBody(shards: 1, new JsonObject());
        body["settings"]!["refresh_interval"] = "-1";
        body["settings"]!["number_of_replicas"] = 0;
        (await client.PutAsync(index, Json(body.ToJsonString()))).EnsureSuccessStatusCode();
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(
            statements.Chunk(BatchStatements),
            new ParallelOptions { MaxDegreeOfParallelism = Senders },
            async (batch, token) =>
            {
                using var content = new MemoryStream();
                foreach (var statement in batch)
                {
                    content.Write(Encoding.UTF8.GetBytes($"{{\"index\":{{\"_id\":\"{statement.Id}\"}}}}\n"));
                    content.Write(StatementDocument.Write(statement, [], sample: false));
                    content.WriteByte((byte)'\n');
                }

                using var request = new ByteArrayContent(content.GetBuffer(), 0, (int)content.Length);
                request.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
                using var answer = await client.PostAsync($"{index}/_bulk", request, token);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync(token);
            });
        (await client.PostAsync($"{index}/_refresh", null)).EnsureSuccessStatusCode();
        var rate = statements.Count / clock.Elapsed.TotalSeconds;
        await client.DeleteAsync(index);
        return rate;
    }

    private static async Task PagesAsync(Uri server, ElasticsearchSearchEngine engine, IReadOnlyList<Statement> statements)
    {
        using var client = new HttpClient { BaseAddress = server };
        var alias = engine.Description[(engine.Description.LastIndexOf(' ') + 1)..];
        var (direct, ours) = (new List<double>(), new List<double>());
        foreach (var request in Requests(statements, 300))
        {
            var body = SearchBodyWriter.Write(request).ToJsonString();
            var clock = Stopwatch.StartNew();
            using (var answer = await client.PostAsync($"{alias}/_search", Json(body)))
            {
                await answer.Content.ReadAsByteArrayAsync();
            }

            direct.Add(clock.Elapsed.TotalMilliseconds);
            clock.Restart();
            await engine.SearchAsync(request, CancellationToken.None);
            ours.Add(clock.Elapsed.TotalMilliseconds);
        }

        Console.WriteLine($"page: direct p50 {At(direct, 0.5):F1} p95 {At(direct, 0.95):F1} ms, engine p50 {At(ours, 0.5):F1} p95 {At(ours, 0.95):F1} ms");
    }

    /// <summary>One to three neighbouring words of some statement, as bare words or as a phrase, the whole page asked for.</summary>
    private static IEnumerable<SearchRequest> Requests(IReadOnlyList<Statement> statements, int count)
    {
        var (random, analyzer, tokens) = (new Random(7), new TextAnalyzer(), new List<Token>());
        for (var number = 0; number < count; number++)
        {
            analyzer.Analyze(statements[random.Next(statements.Count)].Body, tokens);
            var length = Math.Min(tokens.Count, 1 + random.Next(3));
            if (length == 0)
            {
                continue;
            }

            var likeness = number % 2 == 0 ? Likeness.Stemmed : Likeness.Exact;
            var start = random.Next(tokens.Count - length + 1);
            PhraseSlot[] slots = [.. tokens.GetRange(start, length).Select(token => new TermSlot([MatchTerm.Of(token.Forms, likeness)]))];
            MatchNode[] words = [.. slots.Select(slot => new PhraseMatch([slot]))];
            yield return new SearchRequest
            {
                Query = likeness == Likeness.Exact ? new PhraseMatch([.. slots]) : words.Length == 1 ? words[0] : new ConjunctionMatch([.. words]),
                Facets = [.. Enum.GetValues<FacetName>().Select(facet => new FacetSelection(facet))],
                Histogram = true,
            };
        }
    }

    private static double At(List<double> values, double part) => values.Order().ElementAt((int)(values.Count * part));

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");
}
