using Microsoft.Extensions.Options;
using Search.Archive;
using Search.Archive.Searching;
using Search.Importing.Samples;
using Search.Service.Composition;

namespace Search.Web.Hosting;

/// <summary>
/// Says at start where the archive lies and fills an empty one with samples. An engine that is away does not stop the
/// host: it answers that it is away until the engine is back. Nor does an archive that is damaged or closed: the pages that
/// say so are of more use than no pages. What only another configuration can mend ends the host (<see cref="StartFault"/>).
/// </summary>
internal sealed partial class ArchiveOpening(
    IServiceProvider services, IOptions<SearchOptions> options, ILogger<ArchiveOpening> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var engine = services.GetRequiredService<ISearchEngine>();
            LogArchive(logger, engine.Description);
            await EngineUpkeep.ConnectAsync(engine, cancellationToken);
            if (options.Value.Samples && await services.GetRequiredService<SampleLoader>().LoadAsync(engine, cancellationToken))
            {
                LogSamples(logger);
            }
        }
        catch (Exception exception) when (exception is EngineUnavailableException or ArchiveBusyException)
        {
            LogUnavailable(logger, exception);
        }
        catch (Exception exception) when (exception is ArchiveDamagedException
            or ArchiveClosedException or ArchiveGoneException or ArchiveFullException or ArchiveReadOnlyException)
        {
            LogUnusable(logger, exception.Message);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "The archive is {Description}.")]
    private static partial void LogArchive(ILogger logger, string description);

    [LoggerMessage(LogLevel.Information, "The archive was empty: it holds the fictional samples now, until the first import.")]
    private static partial void LogSamples(ILogger logger);

    [LoggerMessage(LogLevel.Error, "The archive cannot be used as it is; pages say so: {Reason}")]
    private static partial void LogUnusable(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "The engine cannot be asked yet; pages say so until it can.")]
    private static partial void LogUnavailable(ILogger logger, Exception exception);
}
