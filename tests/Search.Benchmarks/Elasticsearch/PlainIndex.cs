using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Core.Statements;
using Search.Elasticsearch.Writing;

namespace Search.Benchmarks.Elasticsearch;

/// <summary>
/// What a plain index of the same statements costs: two levels of likeness by built-in filters, keywords for three facets, a date; a
/// plain bulk sender; a plain page of twenty hits with an exact total, three facets, a histogram by month and highlights. The floor
/// for any service on Elasticsearch.
/// </summary>
internal sealed class PlainIndex(HttpClient client, string name)
{
    private const string Body =
        """
        {
          "settings": {
            "number_of_shards": SHARDS, "number_of_replicas": 0, "refresh_interval": "-1",
            "analysis": {
              "char_filter": { "quotes": { "type": "mapping", "mappings": ["\\u2019=>'"] } },
              "filter": {
                "possessive": { "type": "stemmer", "language": "possessive_english" },
                "stems": { "type": "stemmer", "language": "english" }
              },
              "analyzer": {
                "stemmed": {
                  "char_filter": ["quotes"], "tokenizer": "standard", "filter": ["lowercase", "asciifolding", "possessive", "stems"]
                },
                "exact": { "char_filter": ["quotes"], "tokenizer": "standard", "filter": ["lowercase", "asciifolding", "possessive"] }
              }
            }
          },
          "mappings": {
            "properties": {
              "title": TEXT, "body": TEXT, "date": { "type": "date" },
              "issuer": { "type": "keyword" }, "source": { "type": "keyword" }, "language": { "type": "keyword" }
            }
          }
        }
        """;

    private const string Text =
        """
        { "type": "text", "analyzer": "stemmed", "index_options": "offsets",
          "fields": { "exact": { "type": "text", "analyzer": "exact", "index_options": "offsets" } } }
        """;

    private const string Extras =
        """
        {
          "size": 20, "track_total_hits": true, "_source": ["title", "date", "issuer"],
          "aggs": {
            "issuer": { "terms": { "field": "issuer", "size": 20 } },
            "source": { "terms": { "field": "source" } },
            "language": { "terms": { "field": "language" } },
            "months": { "date_histogram": { "field": "date", "calendar_interval": "month" } }
          },
          "highlight": {
            "number_of_fragments": 3, "fragment_size": 200,
            "fields": {
              "body": { "matched_fields": ["body", "body.exact"] },
              "title": { "number_of_fragments": 0, "matched_fields": ["title", "title.exact"] }
            }
          }
        }
        """;

    public static BulkItem Item(Statement statement) => new(statement.Id.Value, JsonSerializer.SerializeToUtf8Bytes(new
    {
        title = statement.Title,
        body = statement.Body,
        date = statement.Issued?.ToString(),
        issuer = statement.Issuer?.Name,
        source = statement.Source,
        language = statement.Language,
    }));

    public Task CreateAsync(int shards = 1) => CreateAsync(Body
        .Replace("TEXT", Text, StringComparison.Ordinal)
        .Replace("SHARDS", shards.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    public async Task CreateAsync(string body)
    {
        using var creation = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PutAsync(name, creation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The least that can be done: prepared documents into bulk requests, nothing looked at but the status.</summary>
    /// <param name="items">The documents.</param>
    /// <param name="senders">Requests under way at once.</param>
    public async Task LoadAsync(IReadOnlyList<BulkItem> items, int senders)
    {
        await Parallel.ForEachAsync(
            BatchCutter.Cut(items),
            new ParallelOptions { MaxDegreeOfParallelism = senders },
            (range, token) => SendAsync(items, range, token));
        using var answer = await client.PostAsync($"{name}/_refresh", null);
        answer.EnsureSuccessStatusCode();
    }

    public async Task DropAsync()
    {
        using var answer = await client.DeleteAsync(name);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>In bytes.</summary>
    /// <param name="index">Another index's name or alias; null for this one.</param>
    public async Task<long> SizeAsync(string? index = null)
    {
        using var answer = JsonDocument.Parse(await client.GetByteArrayAsync($"{index ?? name}/_stats/store"));
        return answer.RootElement.GetProperty("_all").GetProperty("total").GetProperty("store").GetProperty("size_in_bytes").GetInt64();
    }

    /// <summary>A page, read to its end.</summary>
    /// <param name="query">A word, words, words with OR, a phrase in quotes or a beginning with an asterisk.</param>
    public async Task AskAsync(string query)
    {
        var body = JsonNode.Parse(Extras)!.AsObject();
        body["query"] = Query(query);
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync($"{name}/_search?request_cache=false", content);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
    }

    private static JsonObject Query(string text)
    {
        if (text.StartsWith('"'))
        {
            return AnyOf(field => Leaf("match_phrase", $"{field}.exact", text.Trim('"')), "body", "title");
        }

        if (text.EndsWith('*'))
        {
            return AnyOf(field => Leaf("prefix", $"{field}.exact", text.TrimEnd('*')), "body", "title");
        }

        var either = text.Contains(" OR ", StringComparison.Ordinal);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "OR").Select(word =>
            (JsonNode)new JsonObject
            {
                ["multi_match"] = new JsonObject { ["query"] = word, ["fields"] = new JsonArray("title^3", "body") },
            });
        return new JsonObject { ["bool"] = new JsonObject { [either ? "should" : "must"] = new JsonArray([.. words]) } };
    }

    private static JsonObject AnyOf(Func<string, JsonNode> leaf, params string[] fields) =>
        new() { ["bool"] = new JsonObject { ["should"] = new JsonArray([.. fields.Select(leaf)]), ["minimum_should_match"] = 1 } };

    private static JsonObject Leaf(string kind, string field, string value) => new() { [kind] = new JsonObject { [field] = value } };

    private async ValueTask SendAsync(IReadOnlyList<BulkItem> items, Range range, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        foreach (var item in items.Take(range))
        {
            content.Write(Encoding.UTF8.GetBytes($"{{\"create\":{{\"_id\":\"{item.Id}\"}}}}\n"));
            content.Write(item.Source);
            content.WriteByte((byte)'\n');
        }

        using var request = new ByteArrayContent(content.GetBuffer(), 0, (int)content.Length);
        request.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var answer = await client.PostAsync($"{name}/_bulk", request, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync(cancellationToken);
    }
}
