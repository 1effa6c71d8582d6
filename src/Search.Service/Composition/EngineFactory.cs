using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Search.Core.Searching;
using Search.Sqlite;

namespace Search.Service.Composition;

/// <summary>Opens engines by name: the one place that knows which classes they are. Tests put archives of their own in its place.</summary>
public class EngineFactory(IConfiguration configuration)
{
    private const string PathKey = SearchOptions.Section + ":Sqlite:Path";

    /// <summary>Where engines say what goes on; nowhere unless the host says where.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Opens the archive that the configuration describes for this engine.</summary>
    /// <param name="engine">One of <see cref="EngineNames.All"/>, whatever the case.</param>
    /// <exception cref="ConfigurationException">A key of this engine's has a value that cannot be used.</exception>
    /// <exception cref="EngineUnavailableException">The archive cannot be opened.</exception>
    public virtual ISearchEngine Open(string engine) => engine.ToLowerInvariant() switch
    {
        EngineNames.Sqlite => OpenSqlite(ArchivePath()),
        EngineNames.Elasticsearch => ElasticsearchComposition.Open(configuration, Logger),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "No such engine."),
    };

    /// <summary>An empty archive of its own on the same engine, for measurements; it goes when it is disposed.</summary>
    public virtual TemporaryArchive OpenTemporary(string engine)
    {
        if (string.Equals(engine, EngineNames.Elasticsearch, StringComparison.OrdinalIgnoreCase))
        {
            return new TemporaryArchive(ElasticsearchComposition.Open(configuration, Logger, temporary: true), () => { });
        }

        var folder = Directory.CreateTempSubdirectory("search-temporary-");
        return new TemporaryArchive(OpenSqlite(Path.Combine(folder.FullName, "archive.db")), () => folder.Delete(recursive: true));
    }

    private static SqliteSearchEngine OpenSqlite(string path)
    {
        try
        {
            return SqliteSearchEngine.Open(new SqliteOptions { Path = path });
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            throw new ConfigurationException($"{PathKey} is {path}, which is no archive of this version: {exception.Message}", exception);
        }
    }

    /// <summary>The embedded archive's file as an absolute path.</summary>
    private string ArchivePath()
    {
        var path = configuration[PathKey] ?? ArchiveLocation.Default;
        return string.IsNullOrWhiteSpace(path)
            ? throw new ConfigurationException($"{PathKey} is empty; it must be the path of a file, or left out.")
            : Path.GetFullPath(path);
    }
}
