using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Search.Archive;
using Search.Importing.Samples;
using Search.Indexer.Hosting;
using Search.Indexer.Output;
using Search.Service.Composition;

namespace Search.Indexer.Commands;

/// <summary>What a running command works with. Services and engine are made when they are first asked for.</summary>
internal sealed class CommandContext : IAsyncDisposable
{
    private readonly Lazy<ServiceProvider> _services;

    public CommandContext(CommandEnvironment environment, ParseResult arguments, IConfiguration configuration)
    {
        Environment = environment;
        Arguments = arguments;
        _services = new Lazy<ServiceProvider>(() =>
        {
            var services = new ServiceCollection().AddSingleton(environment.TimeProvider);
            if (environment.Engines is { } engines)
            {
                services.AddSingleton(engines);
            }

            return services.AddSearch(configuration).BuildServiceProvider();
        });
    }

    public CommandEnvironment Environment { get; }

    public ParseResult Arguments { get; }

    public TextWriter Output => Environment.Output;

    public TextWriter Error => Environment.Error;

    /// <summary>Whether the answer is to be JSON.</summary>
    public bool Json => Arguments.GetValue<bool>(CommonOptions.JsonName);

    public ProgressDisplay Progress => new(Environment);

    public EngineFactory Engines => Service<EngineFactory>();

    public SearchOptions Options => Service<IOptions<SearchOptions>>().Value;

    /// <summary>What relative dates of a query count from.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Environment.TimeProvider.GetUtcNow().UtcDateTime);

    public T Service<T>()
        where T : notnull => _services.Value.GetRequiredService<T>();

    /// <summary>The configured engine. Says where the archive is, as two archives are easily mistaken for one.</summary>
    public async Task<ISearchEngine> OpenEngineAsync(CancellationToken cancellationToken)
    {
        var engine = Service<ISearchEngine>();
        await Error.WriteLineAsync($"Archive: {engine.Description}");
        await EngineUpkeep.ConnectAsync(engine, cancellationToken);
        return engine;
    }

    /// <summary>The same for whoever searches: an empty archive is filled with the samples, where these are wanted.</summary>
    public async Task<ISearchEngine> OpenFilledEngineAsync(CancellationToken cancellationToken)
    {
        var engine = await OpenEngineAsync(cancellationToken);
        if (Options.Samples && await Service<SampleLoader>().LoadAsync(engine, cancellationToken))
        {
            await Error.WriteLineAsync("The archive was empty: it now holds fictional samples, which the first import removes.");
        }

        return engine;
    }

    public Task WriteJsonAsync<T>(T value) => JsonOutput.WriteAsync(Output, value);

    public async ValueTask DisposeAsync()
    {
        if (_services.IsValueCreated)
        {
            await _services.Value.DisposeAsync();
        }
    }
}
