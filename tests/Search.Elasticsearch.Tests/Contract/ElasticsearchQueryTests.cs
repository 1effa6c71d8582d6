using Search.Archive;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing.Contract;

namespace Search.Elasticsearch.Tests.Contract;

/// <summary>What the query language finds in Elasticsearch.</summary>
public sealed class ElasticsearchQueryTests(ElasticsearchQueryArchive archive)
    : QueryContract(archive), IClassFixture<ElasticsearchQueryArchive>;

public sealed class ElasticsearchQueryArchive(PlainServer server) : QueryArchive
{
    private TestArchive? _archive;

    protected override async Task<ISearchEngine> CreateAsync()
    {
        _archive = new TestArchive(await server.RequireAsync());
        return await _archive.OpenAsync();
    }

    protected override ValueTask CleanUpAsync() => _archive?.DisposeAsync() ?? ValueTask.CompletedTask;
}
