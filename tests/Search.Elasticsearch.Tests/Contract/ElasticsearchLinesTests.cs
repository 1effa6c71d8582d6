using Search.Archive;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing.Contract;

namespace Search.Elasticsearch.Tests.Contract;

public sealed class ElasticsearchLinesTests(PlainServer server) : EngineLines, IAsyncLifetime
{
    private readonly List<TestArchive> _archives = [];

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var archive in _archives)
        {
            await archive.DisposeAsync();
        }
    }

    protected override async Task<ISearchEngine> CreateAsync()
    {
        var archive = new TestArchive(await server.RequireAsync());
        _archives.Add(archive);
        return await archive.OpenAsync(archive.Options with { Shards = 3 });
    }
}
