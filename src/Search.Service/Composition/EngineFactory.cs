using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Search.Core.Searching;
using Search.Sqlite;

namespace Search.Service.Composition;

/// <summary>Opens engines by name: the one place that knows which classes they are.</summary>
public class EngineFactory(IConfiguration configuration)
{
    /// <summary>Where engines say what goes on; nowhere unless the host says where.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Opens the archive that the configuration describes for this engine.</summary>
    /// <param name="engine">One of <see cref="EngineNames.All"/>, whatever the case.</param>
    /// <exception cref="ConfigurationException">A key of this engine's has a value that cannot be used.</exception>
    /// <exception cref="EngineUnavailableException">The archive cannot be opened.</exception>
    public virtual ISearchEngine Open(string engine) => engine.ToLowerInvariant() switch
    {
        EngineNames.Sqlite => OpenSqlite(SqliteOptions()),
        EngineNames.Elasticsearch => ElasticsearchComposition.Open(configuration, Logger),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "No such engine."),
    };

    /// <summary>An archive of its own that nobody else sees, for measurements; <paramref name="folder"/> is its caller's to remove.</summary>
    public virtual ISearchEngine OpenTemporary(string engine, string folder) => engine.ToLowerInvariant() switch
    {
        EngineNames.Sqlite => OpenSqlite(new SqliteOptions { Path = Path.Combine(folder, "archive.db") }),
        EngineNames.Elasticsearch => ElasticsearchComposition.Open(configuration, Logger, temporary: true),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "No such engine."),
    };

    private SqliteOptions SqliteOptions()
    {
        const string key = SearchOptions.Section + ":Sqlite:Path";
        var path = configuration[key] ?? ArchiveLocation.Default;
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new ConfigurationException($"{key} is empty; it must be the path of a file, or left out.");
        }

        return new SqliteOptions { Path = Path.GetFullPath(path) };
    }

    private static SqliteSearchEngine OpenSqlite(SqliteOptions options) => SqliteSearchEngine.Open(options);
}
