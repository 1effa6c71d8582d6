using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing;

namespace Search.Elasticsearch.Tests.Analysis;

/// <summary>What Elasticsearch made of a piece of text; offsets in UTF-16 units.</summary>
public readonly record struct AnalyzedToken(string Text, int Start, int End, int Position);

/// <summary>An index of one test's own with the analyzers of <c>index-mappings/statements.json</c>, to ask what they do.</summary>
public sealed class AnalysisIndex : IAsyncDisposable
{
    private readonly HttpClient _client;
    private readonly string _name = $"analysis-{Guid.NewGuid():N}";

    private AnalysisIndex(Uri server) => _client = new HttpClient { BaseAddress = server };

    /// <summary>Skips the test when there is no server.</summary>
    public static async Task<AnalysisIndex> CreateAsync(PlainServer server, CancellationToken cancellationToken)
    {
        var index = new AnalysisIndex(await server.RequireAsync());
        var body = await File.ReadAllTextAsync(Checkout.File("index-mappings/statements.json"), cancellationToken);
        var settings = JsonNode.Parse(body)!["settings"]!;
        settings["number_of_shards"] = 1;
        settings["number_of_replicas"] = 0;
        settings["analyze"] = new JsonObject { ["max_token_count"] = 10_000_000 };
        var request = new JsonObject { ["settings"] = settings.DeepClone() };
        using var response = await index._client.PutAsJsonAsync(index._name, request, cancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        return index;
    }

    /// <summary>The tokens that one of the index's analyzers gives.</summary>
    public Task<List<AnalyzedToken>> AnalyzeAsync(string analyzer, string text, CancellationToken cancellationToken) =>
        AnalyzeAsync(new JsonObject { ["analyzer"] = analyzer }, text, cancellationToken);

    /// <summary>The tokens of any chain: <paramref name="chain"/> is the body of the call without its text.</summary>
    public async Task<List<AnalyzedToken>> AnalyzeAsync(JsonObject chain, string text, CancellationToken cancellationToken)
    {
        var request = (JsonObject)chain.DeepClone();
        request["text"] = text;
        using var response = await _client.PostAsJsonAsync($"{_name}/_analyze", request, cancellationToken);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        Assert.True(response.IsSuccessStatusCode, System.Text.Encoding.UTF8.GetString(answer[..Math.Min(1000, answer.Length)]));
        return Read(answer);
    }

    public async ValueTask DisposeAsync()
    {
        using var response = await _client.DeleteAsync(_name);
        _client.Dispose();
    }

    private static List<AnalyzedToken> Read(byte[] answer)
    {
        var tokens = new List<AnalyzedToken>();
        var reader = new Utf8JsonReader(answer);
        var current = default(AnalyzedToken);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 2)
            {
                tokens.Add(current);
            }
            else if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 3)
            {
                current = ReadProperty(ref reader, current);
            }
        }

        return tokens;
    }

    private static AnalyzedToken ReadProperty(ref Utf8JsonReader reader, AnalyzedToken token)
    {
        var name = reader.GetString();
        reader.Read();
        return name switch
        {
            "token" => token with { Text = reader.GetString()! },
            "start_offset" => token with { Start = reader.GetInt32() },
            "end_offset" => token with { End = reader.GetInt32() },
            "position" => token with { Position = reader.GetInt32() },
            _ => token,
        };
    }
}
