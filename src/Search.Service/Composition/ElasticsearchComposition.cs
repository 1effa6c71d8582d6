using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Search.Core.Searching;
using Search.Elasticsearch;
using Search.Elasticsearch.Transport;

namespace Search.Service.Composition;

/// <summary>Makes the Elasticsearch engine that the configuration describes.</summary>
internal static class ElasticsearchComposition
{
    private const string Section = SearchOptions.Section + ":Elasticsearch";

    /// <summary>
    /// Opens the engine and asks the cluster once. Credentials that are wrong end the start; a cluster that cannot be
    /// reached now does not: until it can, each question is answered by an error.
    /// </summary>
    /// <exception cref="ConfigurationException">A key has a value that cannot be used, or the credentials are wrong.</exception>
    public static ISearchEngine Open(IConfiguration configuration, ILogger logger, bool temporary = false)
    {
        var options = Options(configuration);
        var engine = new ElasticsearchSearchEngine(
            temporary ? options with { Index = $"{options.Index}-temporary-{Guid.NewGuid():N}", Temporary = true } : options, logger);
        try
        {
            Task.Run(() => engine.ConnectAsync(CancellationToken.None)).GetAwaiter().GetResult();
        }
        catch (ElasticsearchAccessException exception)
        {
            throw new ConfigurationException(exception.Message, exception);
        }
        catch (EngineUnavailableException exception)
        {
            logger.LogWarning(exception, "Elasticsearch cannot be asked yet");
        }

        return engine;
    }

    private static ElasticsearchOptions Options(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var options = Bind(section);
        options = options with
        {
            Urls = options.Urls.Count > 0 ? options.Urls : section["Urls"] is { Length: > 0 } urls ? [urls] : ["http://127.0.0.1:9200"],
        };
        var results = new List<ValidationResult>();
        return Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true)
            ? options
            : throw new ConfigurationException(string.Join('\n', results.Select(Describe)));
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
            : $"{Section}:{string.Join(", ", fault.MemberNames)}: {fault.ErrorMessage}";
}
