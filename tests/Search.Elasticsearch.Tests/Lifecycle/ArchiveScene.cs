using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Core.Statements;
using Search.Elasticsearch.Configuration;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing;

namespace Search.Elasticsearch.Tests.Lifecycle;

/// <summary>An archive on a real server in whatever state a test begins with, and what the server itself says of it.</summary>
internal sealed class ArchiveScene(Uri server) : IAsyncDisposable
{
    private readonly TestArchive _archive = new(server);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public Uri Server => server;

    public string Alias => _archive.Alias;

    public ElasticsearchOptions Options => _archive.Options;

    public HttpClient Http => _archive.Http;

    public static IReadOnlyList<Statement> Statements(int first, int count, string word = "Lantern") =>
        [.. Enumerable.Range(first, count)
            .Select(number => new StatementBuilder($"{number}") { Body = $"{word} number {number}." }.Build())];

    public static IEnumerable<string> Ids(int first, int count) => Statements(first, count).Select(statement => statement.Id.Value);

    public static async Task<WriteResult> WriteAsync(
        ElasticsearchSearchEngine engine, WritePurpose purpose, IReadOnlyList<Statement> statements)
    {
        await using var writer = await engine.OpenWriterAsync(purpose, Cancellation);
        var result = await writer.ImportAsync(statements, Cancellation);
        await writer.CompleteAsync(Cancellation);
        return result;
    }

    public Task<ElasticsearchSearchEngine> OpenAsync(ElasticsearchOptions? options = null, ILogger? logger = null) =>
        _archive.OpenAsync(options, logger);

    /// <summary>Real statements by their numbers.</summary>
    public async Task WriteAsync(int first, int count) =>
        await WriteAsync(await OpenAsync(), WritePurpose.Update, Statements(first, count));

    public async Task RemoveAllAsync()
    {
        foreach (var index in await IndicesAsync())
        {
            await SendAsync(HttpMethod.Delete, index);
        }
    }

    /// <summary>Nothing but samples.</summary>
    public async Task BeginWithSamplesAsync()
    {
        await RemoveAllAsync();
        await WriteAsync(await OpenAsync(), WritePurpose.Samples, Statements(800, 3));
    }

    /// <summary>Two finished indices of which one is kept, and a rebuild that was given up, beside the live one.</summary>
    public async Task LeaveOlderIndicesAsync()
    {
        await WriteAsync(0, 20);
        string?[] since = [null, null, "2020-01-01T00:00:00.0000000+00:00"];
        for (var year = 0; year < since.Length; year++)
        {
            var body = new { mappings = OlderMappings(since[year]), settings = new { number_of_replicas = 0 } };
            using var made = await Http.PutAsJsonAsync($"{Alias}-202{year}0101000000", body, Cancellation); // or it is there still
        }
    }

    /// <summary>What is recognised as a mapping of an older version.</summary>
    public static object OlderMappings(string? buildingSince) => new
    {
        _meta = new { version = 1, hash = "x", buildingSince },
        properties = new
        {
            id = new { type = "keyword" },
            body = new { type = "text" },
            issued = new { type = "date" },
            contentHash = new { type = "keyword" },
            textHash = new { type = "keyword" },
            sample = new { type = "boolean" },
            versionCount = new { type = "integer" },
        },
    };

    public async Task LeaveLoadSettingsAsync()
    {
        await WriteAsync(0, 20);
        await SendAsync(
            HttpMethod.Put, $"{Alias}/_settings", new Dictionary<string, object> { ["refresh_interval"] = "-1", ["blocks.write"] = true });
    }

    /// <summary>Removes what is no longer needed, an hour from now.</summary>
    public async Task CleanUpLaterAsync()
    {
        await using var engine = new ElasticsearchSearchEngine(Options, time: new AnHourAhead());
        await engine.MaintainAsync(await engine.PlanAsync(UpkeepGoal.CleanUp, Cancellation), null, Cancellation);
    }

    /// <summary>The ids of all statements under the alias; none where there is no archive.</summary>
    public async Task<IReadOnlySet<string>> HeldAsync()
    {
        using var refreshed = await Http.PostAsync($"{Alias}/_refresh", null, Cancellation);
        using var found = await Http.GetAsync($"{Alias}/_search?size=1000&_source=false&q=sample:false", Cancellation);
        if (!found.IsSuccessStatusCode)
        {
            return new HashSet<string>();
        }

        var hits = (await found.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("hits").GetProperty("hits");
        return hits.EnumerateArray().Select(hit => hit.GetProperty("_id").GetString()!).ToHashSet();
    }

    public async Task<IReadOnlyList<string>> AliasedAsync() => await NamesAsync($"_alias/{Alias}");

    public async Task<IReadOnlyList<string>> IndicesAsync() => await NamesAsync($"{Alias}-*?features=aliases&expand_wildcards=open,closed");

    public async Task<bool> HasLiveSettingsAsync()
    {
        var answer = await Http.GetFromJsonAsync<JsonElement>($"{Alias}/_settings?flat_settings=true", Cancellation);
        var settings = answer.EnumerateObject().Single().Value.GetProperty("settings");
        return settings.GetProperty("index.refresh_interval").GetString() == "1s"
            && (!settings.TryGetProperty("index.blocks.write", out var blocked) || blocked.GetString() == "false");
    }

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await Http.SendAsync(request, Cancellation);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }

    public ValueTask DisposeAsync() => _archive.DisposeAsync();

    private async Task<IReadOnlyList<string>> NamesAsync(string path)
    {
        using var answer = await Http.GetAsync(path, Cancellation);
        return answer.IsSuccessStatusCode
            ? [.. (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).EnumerateObject().Select(index => index.Name)]
            : [];
    }

    private sealed class AnHourAhead : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddHours(1);
    }
}
