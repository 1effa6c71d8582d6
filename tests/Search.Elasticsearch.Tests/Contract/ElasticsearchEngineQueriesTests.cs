using Search.Archive;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing.Contract;

namespace Search.Elasticsearch.Tests.Contract;

/// <summary>Ten thousand queries of Elasticsearch.</summary>
public sealed class ElasticsearchEngineQueriesTests(PlainServer server) : EngineQueries, IAsyncDisposable
{
    private TestArchive? _archive;

    public ValueTask DisposeAsync() => _archive?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected override async Task<ISearchEngine> CreateAsync()
    {
        _archive = new TestArchive(await server.RequireAsync());
        return await _archive.OpenAsync();
    }
}
