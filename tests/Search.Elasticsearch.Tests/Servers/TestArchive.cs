using Microsoft.Extensions.Logging;
using Search.Elasticsearch.Configuration;

namespace Search.Elasticsearch.Tests.Servers;

/// <summary>An alias of one test's own on a shared server, removed with its indices.</summary>
internal sealed class TestArchive(Uri server) : IAsyncDisposable
{
    private readonly List<ElasticsearchSearchEngine> _engines = [];

    public string Alias { get; } = $"test-{Guid.NewGuid():N}";

    public ElasticsearchOptions Options =>
        new() { Urls = [server.OriginalString], Index = Alias, RetryDelay = TimeSpan.FromMilliseconds(10) };

    public HttpClient Http { get; } = new() { BaseAddress = server };

    /// <summary>An engine that is connected, so that its archive is there and empty.</summary>
    public async Task<ElasticsearchSearchEngine> OpenAsync(ElasticsearchOptions? options = null, ILogger? logger = null)
    {
        var engine = new ElasticsearchSearchEngine(options ?? Options, logger);
        _engines.Add(engine);
        await engine.ConnectAsync(TestContext.Current.CancellationToken);
        return engine;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines)
        {
            await engine.DisposeAsync();
        }

        using var answer = await Http.GetAsync($"{Alias}-*?features=aliases");
        using var indices = System.Text.Json.JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        foreach (var index in indices.RootElement.EnumerateObject())
        {
            using var deleted = await Http.DeleteAsync(index.Name);
        }

        Http.Dispose();
    }
}
