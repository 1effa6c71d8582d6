using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Search.Archive;
using Search.Archive.Searching;
using Search.Elasticsearch;
using Search.Elasticsearch.Configuration;
using Search.Sqlite;

namespace Search.Service.Composition;

/// <summary>Opens engines by name: the one place that knows which classes they are. Tests put archives of their own in its place.</summary>
public class EngineFactory(IConfiguration configuration)
{
    private const string PathKey = SearchOptions.Section + ":Sqlite:Path";
    private const string ElasticsearchSection = SearchOptions.Section + ":Elasticsearch";

    /// <summary>Where engines say what goes on, such as a node that does not answer; nowhere unless the host says where.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Opens the archive that the configuration describes for this engine.</summary>
    /// <param name="engine">One of <see cref="EngineNames.All"/>, whatever the case.</param>
    /// <exception cref="ConfigurationException">A key of this engine's has a value that cannot be used.</exception>
    /// <exception cref="EngineUnavailableException">The archive cannot be opened.</exception>
    public virtual ISearchEngine Open(string engine) => engine.ToLowerInvariant() switch
    {
        EngineNames.Sqlite => OpenSqlite(ArchivePath()),
        EngineNames.Elasticsearch => new ElasticsearchSearchEngine(ElasticsearchOptions(), Logger),
        _ => throw new ArgumentOutOfRangeException(nameof(engine), engine, "No such engine."),
    };

    /// <summary>An empty archive of its own on the same engine, for measurements; it goes when it is disposed.</summary>
    public virtual TemporaryArchive OpenTemporary(string engine)
    {
        if (string.Equals(engine, EngineNames.Elasticsearch, StringComparison.OrdinalIgnoreCase))
        {
            var elasticsearch = new ElasticsearchSearchEngine(
                ElasticsearchOptions() with { Index = $"search-temporary-{Guid.NewGuid():N}" });
            return new TemporaryArchive(elasticsearch, removeFirst: () => elasticsearch.DropAsync(CancellationToken.None));
        }

        var folder = Directory.CreateTempSubdirectory("search-temporary-");
        return new TemporaryArchive(
            OpenSqlite(Path.Combine(folder.FullName, "archive.db")), removeAfter: () => folder.Delete(recursive: true));
    }

    private static SqliteSearchEngine OpenSqlite(string path)
    {
        try
        {
            return SqliteSearchEngine.Open(new SqliteOptions { Path = path });
        }
        catch (ArchiveFormatException exception)
        {
            throw new ConfigurationException($"{PathKey} is {path}: {exception.Message}", exception);
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

    private ElasticsearchOptions ElasticsearchOptions()
    {
        var section = configuration.GetSection(ElasticsearchSection);
        var options = Bind(section);
        if (section[nameof(options.Urls)] is { Length: > 0 } urls)
        {
            // The binder wants a list; environment and arguments give one text, addresses separated by commas.
            options = options with { Urls = [urls] };
        }

        var faults = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), faults, validateAllProperties: true)
            ? options
            : throw new ConfigurationException(string.Join('\n', faults.Select(Describe)));
    }

    private static ElasticsearchOptions Bind(IConfigurationSection section)
    {
        try
        {
            return section.Get<ElasticsearchOptions>() ?? new ElasticsearchOptions();
        }
        catch (InvalidOperationException exception)
        {
            throw new ConfigurationException(exception.Message, exception);
        }
    }

    /// <summary>The annotations' own messages know the property and not the key.</summary>
    private static string Describe(ValidationResult fault) =>
        fault.ErrorMessage is { } message && message.StartsWith(SearchOptions.Section, StringComparison.Ordinal)
            ? message
            : $"{ElasticsearchSection}:{string.Join(", ", fault.MemberNames)}: {fault.ErrorMessage}";
}
