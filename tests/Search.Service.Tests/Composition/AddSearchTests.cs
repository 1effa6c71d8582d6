using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Search.Archive;
using Search.Archive.Searching;
using Search.Archive.Upkeep;
using Search.Elasticsearch;
using Search.Elasticsearch.Configuration;
using Search.Importing;
using Search.Importing.Samples;
using Search.Service.Admission;
using Search.Service.Composition;
using Search.Sqlite;
using Search.Testing;
using Search.Testing.Engines;

namespace Search.Service.Tests.Composition;

public sealed class AddSearchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AddSearch_Defaults_OpenTheEmbeddedEngineOnce()
    {
        await using var services = Build(("Search:Sqlite:Path", _folder.File("archive.db")));

        var engine = services.GetRequiredService<ISearchEngine>();

        Assert.IsType<SqliteSearchEngine>(engine);
        Assert.Same(engine, services.GetRequiredService<ISearchEngine>());
        Assert.Contains(_folder.File("archive.db"), engine.Description, StringComparison.Ordinal);
        Assert.NotNull(services.GetRequiredService<ImportPipeline>());
    }

    [Theory]
    [InlineData("elasticsearch")]
    [InlineData("Elasticsearch")]
    public async Task AddSearch_Elasticsearch_TakesAddressesSeparatedByCommas(string name)
    {
        await using var services = Build(
            ("Search:Engine", name),
            ("Search:Elasticsearch:Urls", "http://127.0.0.1:1,http://127.0.0.1:2"),
            ("Search:Elasticsearch:Index", "mine"));

        var engine = services.GetRequiredService<ISearchEngine>();

        Assert.IsType<ElasticsearchSearchEngine>(engine);
        Assert.Contains("http://127.0.0.1:1, http://127.0.0.1:2", engine.Description, StringComparison.Ordinal);
        Assert.Contains("mine", engine.Description, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Search:Engine", "lucene", "Search:Engine is \"lucene\"; it must be one of: sqlite, elasticsearch.")]
    [InlineData("Search:Engine", "", "Search:Engine is \"\"")]
    [InlineData("Search:RateLimit:Burst", "0", "Search:RateLimit:Burst")]
    [InlineData("Search:Samples", "perhaps", "Search:Samples")]
    [InlineData("Search:Proxies", "10.0.0.0/8, gateway", "Search:Proxies has \"gateway\"")]
    [InlineData("Search:ExportLimit", "0", "Search:ExportLimit")]
    [InlineData("Search:Admission:Running", "-1", "Search:Admission:Running")]
    [InlineData("Search:Admission:Patience", "00:00:00", "Search:Admission")]
    public async Task AddSearch_ValueThatCannotBeUsed_FailsWithTheKeysName(string key, string value, string told)
    {
        await using var services = Build((key, value));

        var exception = Assert.ThrowsAny<Exception>(() => services.GetRequiredService<IOptions<SearchOptions>>().Value);

        Assert.Contains(told, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Urls", "nowhere", "Search:Elasticsearch:Urls")]
    [InlineData("Urls", "", "Search:Elasticsearch:Urls")]
    [InlineData("Index", "UPPER", "Search:Elasticsearch:Index")]
    [InlineData("Retries", "many", "Search:Elasticsearch:Retries")]
    [InlineData("Username", "ann", "Search:Elasticsearch: Username and Password belong together.")]
    public async Task AddSearch_ElasticsearchValueThatCannotBeUsed_FailsWithTheKeysName(string key, string value, string told)
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Search:Engine"] = "elasticsearch",
            ["Search:Elasticsearch:Urls"] = "http://127.0.0.1:1",
            [$"Search:Elasticsearch:{key}"] = value,
        };
        await using var services = Build([.. settings.Select(setting => (setting.Key, setting.Value!))]);

        var exception = Assert.Throws<ConfigurationException>(services.GetRequiredService<ISearchEngine>);

        Assert.Contains(told, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddSearch_FileThatIsNoArchive_FailsWithItsName()
    {
        var path = _folder.File("letter.txt");
        await File.WriteAllTextAsync(path, new string('x', 5_000), TestContext.Current.CancellationToken);
        await using var services = Build(("Search:Sqlite:Path", path));

        var exception = Assert.ThrowsAny<Exception>(services.GetRequiredService<ISearchEngine>);

        Assert.True(exception is ConfigurationException or EngineUnavailableException, exception.GetType().Name);
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddSearch_SamplesIntoAnEmptyArchive_AreFoundAndAreSamples()
    {
        await using var services = Build(("Search:Sqlite:Path", _folder.File("archive.db")));
        var engine = services.GetRequiredService<ISearchEngine>();
        var samples = services.GetRequiredService<SampleLoader>();

        Assert.True(await samples.LoadAsync(engine, TestContext.Current.CancellationToken));
        Assert.False(await samples.LoadAsync(engine, TestContext.Current.CancellationToken));

        var status = await engine.StatusAsync(TestContext.Current.CancellationToken);
        Assert.True(status.Samples);
        Assert.InRange(status.Statements, 36, 48);
    }

    [Fact]
    public async Task OpenTemporary_Sqlite_LeavesNothingBehind()
    {
        await using var services = Build(("Search:Sqlite:Path", _folder.File("archive.db")));
        var archive = services.GetRequiredService<EngineFactory>().OpenTemporary("sqlite");
        var location = (await archive.Engine.StatusAsync(TestContext.Current.CancellationToken)).Location;
        Assert.True(File.Exists(location));

        await archive.DisposeAsync();

        Assert.False(Directory.Exists(Path.GetDirectoryName(location)));
        Assert.False(File.Exists(_folder.File("archive.db")));
    }

    [Fact]
    public async Task EngineUpkeep_EngineWithoutAStoreOfItsOwn_HasNothingToDo()
    {
        await using var engine = new InMemoryEngine();

        Assert.Empty(
            await EngineUpkeep.MaintainAsync(engine, UpkeepGoal.CleanUp, dryRun: false, null, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Search:Sqlite:Path", true)]
    [InlineData("search:sqlite:path", true)]
    [InlineData("Search:Elasticsearch:Urls:0", true)]
    [InlineData("Search:Elasticsearch:Urls:first", false)]
    [InlineData("Search:Sqlite", false)]
    [InlineData("Search:Sqlite:Pth", false)]
    public void ConfigurationKeys_Key_IsKnownOrNot(string key, bool known) => Assert.Equal(known, ConfigurationKeys.IsKnown(key));

    [Fact]
    public void ConfigurationKeys_EveryOption_IsListed()
    {
        var elasticsearch = typeof(ElasticsearchOptions).GetProperties().Select(property => $"Search:Elasticsearch:{property.Name}");
        var admission = typeof(AdmissionOptions).GetProperties().Select(property => $"Search:Admission:{property.Name}");
        var limits = typeof(RateLimitOptions).GetProperties().Select(property => $"Search:RateLimit:{property.Name}");
        var sqlite = typeof(SqliteOptions).GetProperties().Select(property => $"Search:Sqlite:{property.Name}");

        Assert.Equal(
            [
                "Search:Engine", "Search:Samples", "Search:Proxies", "Search:ExportLimit",
                .. admission, .. limits, .. sqlite, .. elasticsearch,
            ],
            ConfigurationKeys.All);
    }

    private static ServiceProvider Build(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        return new ServiceCollection().AddSearch(configuration).BuildServiceProvider();
    }
}
