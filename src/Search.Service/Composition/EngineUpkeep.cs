using Search.Archive.Searching;
using Search.Elasticsearch;
using Search.Elasticsearch.Transport;

namespace Search.Service.Composition;

/// <summary>
/// What an engine's store wants beside statements. Only Elasticsearch wants anything: its indices are made anew when the
/// mapping changes, and older ones stay until they are cleaned up.
/// </summary>
public static class EngineUpkeep
{
    /// <summary>
    /// Asks a cluster once, at a host's start: makes the empty archive where there is none.
    /// </summary>
    /// <exception cref="ConfigurationException">The credentials are wrong: waiting will not help.</exception>
    /// <exception cref="EngineUnavailableException">It cannot be reached now; a host may start all the same and answer with errors until it can.</exception>
    public static async Task ConnectAsync(ISearchEngine engine, CancellationToken cancellationToken)
    {
        if (engine is ElasticsearchSearchEngine elasticsearch)
        {
            try
            {
                await elasticsearch.ConnectAsync(cancellationToken);
            }
            catch (ElasticsearchAccessException exception)
            {
                throw new ConfigurationException(exception.Message, exception);
            }
        }
    }

    /// <summary>Removes what is no longer needed; says what was done, or would be.</summary>
    public static Task<IReadOnlyList<string>> CleanUpAsync(ISearchEngine engine, bool dryRun, CancellationToken cancellationToken) =>
        MaintainAsync(engine, rebuild: false, dryRun, progress: null, cancellationToken);

    /// <summary>Makes the store anew with this version's settings, ahead of the statements; says what was done, or would be.</summary>
    public static Task<IReadOnlyList<string>> RebuildAsync(
        ISearchEngine engine, bool dryRun, IProgress<long>? progress, CancellationToken cancellationToken) =>
        MaintainAsync(engine, rebuild: true, dryRun, progress, cancellationToken);

    private static async Task<IReadOnlyList<string>> MaintainAsync(
        ISearchEngine engine, bool rebuild, bool dryRun, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (engine is not ElasticsearchSearchEngine elasticsearch)
        {
            return [];
        }

        var plan = await elasticsearch.PlanAsync(rebuild, cleanup: !rebuild, cancellationToken);
        if (plan.Refusal is { } refusal)
        {
            throw refusal;
        }

        if (!dryRun)
        {
            await elasticsearch.MaintainAsync(plan, progress, cancellationToken);
        }

        return [.. plan.Steps.Select(step => step.ToString())];
    }
}
