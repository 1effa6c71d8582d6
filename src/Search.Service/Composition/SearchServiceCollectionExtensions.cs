using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Search.Archive;
using Search.Archive.Counting;
using Search.Archive.Fingerprints;
using Search.Archive.Searching;
using Search.Importing;
using Search.Importing.Samples;
using Search.Reading;
using Search.Service.Admission;
using Search.Service.Assistance;

namespace Search.Service.Composition;

public static class SearchServiceCollectionExtensions
{
    /// <summary>
    /// What both hosts are made of: checked <see cref="SearchOptions"/>, the engine they name
    /// (<see cref="ISearchEngine"/>, one for the whole process, opened when it is first asked for), the
    /// clock, and what carries statements to an engine. Tests put their own <see cref="EngineFactory"/> in first.
    /// </summary>
    public static IServiceCollection AddSearch(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SearchOptions>()
            .Configure(options => Bind(configuration, options))
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SearchOptions>, SearchOptionsValidation>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new EngineFactory(configuration)
        {
            Logger = provider.GetService<ILoggerFactory>()?.CreateLogger("Search.Elasticsearch") ?? NullLogger.Instance,
        });
        services.TryAddSingleton(provider => provider.GetRequiredService<EngineFactory>()
            .Open(provider.GetRequiredService<IOptions<SearchOptions>>().Value.Engine));
        services.TryAddSingleton(provider => new AdmittedSearch(
            provider.GetRequiredService<ISearchEngine>(),
            provider.GetRequiredService<IOptions<SearchOptions>>().Value.Admission,
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IStatementSearch>(provider => provider.GetRequiredService<AdmittedSearch>());
        services.TryAddSingleton<IStatementCounting>(provider => provider.GetRequiredService<AdmittedSearch>());
        services.TryAddSingleton<ISharedPrints>(provider => provider.GetRequiredService<AdmittedSearch>());
        services.TryAddSingleton<SearchService>();
        services.TryAddSingleton<UseService>();
        services.TryAddSingleton<FeedService>();
        services.TryAddSingleton<TrendService>();
        services.TryAddSingleton<ComparisonService>();
        services.TryAddSingleton<CoverageService>();
        services.TryAddSingleton(provider => new ExportService(
            provider.GetRequiredService<IStatementSearch>(),
            provider.GetRequiredService<IOptions<SearchOptions>>().Value.ExportLimit));
        services.TryAddSingleton<PhraseService>();
        services.TryAddSingleton<LineService>();
        services.TryAddSingleton<HitPlaceService>();
        services.TryAddSingleton(provider => new FreezeService(
            provider.GetRequiredService<IStatementSearch>(),
            provider.GetRequiredService<ISearchEngine>(),
            provider.GetRequiredService<ISearchEngine>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<SuggestionService>();
        services.TryAddSingleton(provider => new StatementService(
            provider.GetRequiredService<IStatementSearch>(),
            provider.GetRequiredService<ISearchEngine>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new NoveltyService(
            provider.GetRequiredService<ISharedPrints>(),
            provider.GetRequiredService<ISearchEngine>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new SiblingService(
            provider.GetRequiredService<ISharedPrints>(),
            provider.GetRequiredService<ISearchEngine>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new SimilarityService(
            provider.GetRequiredService<IStatementSearch>(),
            provider.GetRequiredService<ISharedPrints>(),
            provider.GetRequiredService<ISearchEngine>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<StatementFileReader>();
        services.TryAddSingleton<ImportPipeline>();
        services.TryAddSingleton<SampleLoader>();
        return services;
    }

    /// <summary>The binder's message names the key and the value, but its exception could be anything's.</summary>
    private static void Bind(IConfiguration configuration, SearchOptions options)
    {
        try
        {
            configuration.GetSection(SearchOptions.Section).Bind(options);
        }
        catch (InvalidOperationException exception)
        {
            throw new ConfigurationException(exception.Message, exception);
        }
    }
}
