using Microsoft.Extensions.Configuration;
using Search.Core.Searching;
using Search.Sqlite;

namespace Search.Service.Composition;

/// <summary>Opens engines by name: the one place that knows which classes they are.</summary>
public class EngineFactory(IConfiguration configuration)
{
    private const string PathKey = SearchOptions.Section + ":Sqlite:Path";

    /// <summary>Opens the archive that the configuration describes for this engine.</summary>
    /// <param name="engine">One of <see cref="EngineNames.All"/>, whatever the case.</param>
    /// <exception cref="ConfigurationException">A key of this engine's has a value that cannot be used.</exception>
    /// <exception cref="EngineUnavailableException">The archive cannot be opened.</exception>
    public virtual ISearchEngine Open(string engine) => engine.ToLowerInvariant() switch
    {
        EngineNames.Sqlite => OpenSqlite(new SqliteOptions { Path = ArchivePath() }),
        EngineNames.Elasticsearch => OpenElasticsearch(),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "No such engine."),
    };

    /// <summary>An archive of its own that nobody else sees, for measurements; <paramref name="folder"/> is its caller's to remove.</summary>
    public virtual ISearchEngine OpenTemporary(string engine, string folder) => engine.ToLowerInvariant() switch
    {
        EngineNames.Sqlite => OpenSqlite(new SqliteOptions { Path = Path.Combine(folder, "archive.db") }),
        _ => throw new NotSupportedException($"No temporary archive on {engine} yet."),
    };

    /// <summary>The embedded archive's file as an absolute path.</summary>
    private string ArchivePath()
    {
        var path = configuration[PathKey] ?? ArchiveLocation.Default;
        return string.IsNullOrWhiteSpace(path)
            ? throw new ConfigurationException($"{PathKey} is empty; it must be the path of a file, or left out.")
            : Path.GetFullPath(path);
    }

    private static ISearchEngine OpenSqlite(SqliteOptions options)
    {
        try
        {
            return SqliteSearchEngine.Open(options);
        }
        catch (NotSupportedException exception)
        {
            throw new ConfigurationException($"{PathKey} is {options.Path}: {exception.Message}", exception);
        }
    }

    private static ISearchEngine OpenElasticsearch() => throw new ConfigurationException("Elasticsearch is not built yet.");
}
