using Search.Archive;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing.Contract;

namespace Search.Elasticsearch.Tests.Contract;

public sealed class ElasticsearchContractTests(PlainServer server) : EngineContract
{
    private readonly List<TestArchive> _archives = [];

    protected override async Task<ISearchEngine> CreateAsync()
    {
        var archive = new TestArchive(await server.RequireAsync());
        _archives.Add(archive);
        return await archive.OpenAsync();
    }

    protected override string? WhyNot(EngineAbility ability) => ability switch
    {
        EngineAbility.OneWriter => "Several importers may write to a cluster at once: a statement is replaced only as it was read.",
        _ => null,
    };

    protected override async ValueTask CleanUpAsync()
    {
        foreach (var archive in _archives)
        {
            await archive.DisposeAsync();
        }
    }
}
