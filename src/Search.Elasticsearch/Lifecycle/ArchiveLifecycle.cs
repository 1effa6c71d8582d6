using Microsoft.Extensions.Logging;
using Search.Archive.Searching;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Indices;
using Search.Elasticsearch.Transport;
using Search.Elasticsearch.Writing;

namespace Search.Elasticsearch.Lifecycle;

/// <summary>Looks at an archive's indices, lets the planner decide, and carries out what it decided.</summary>
internal sealed class ArchiveLifecycle(
    ClusterClient client, IndexAdministration indices, BulkSender sender, ILogger logger, TimeProvider time)
{
    private readonly IndexRebuilder _rebuilder = new(client, indices, sender, logger, time);

    public async Task<LifecyclePlan> PlanAsync(bool rebuild, bool cleanup, CancellationToken cancellationToken) =>
        LifecyclePlanner.Plan(await indices.ListAsync(cancellationToken), Goal(rebuild, cleanup));

    /// <exception cref="InvalidOperationException">The plan refuses.</exception>
    public async Task CarryOutAsync(LifecyclePlan plan, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (plan.Refusal is { } reason)
        {
            throw new InvalidOperationException(reason);
        }

        foreach (var step in plan.Steps)
        {
            logger.LogInformation("Elasticsearch archive {Alias}: {Step}", indices.Alias, step);
            await CarryOutAsync(step, progress, cancellationToken);
        }
    }

    /// <summary>Sees to it that there is a live index that this program's statements fit into, and that takes writes.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await CarryOutAsync(await PlanAsync(rebuild: false, cleanup: false, cancellationToken), null, cancellationToken);
        var all = await indices.ListAsync(cancellationToken);
        var live = all.Single(index => index.Live);
        if (await indices.HasLoadSettingsAsync(live.Name, cancellationToken)
            && !all.Any(index => LifecyclePlanner.IsBuilding(index, time.GetUtcNow())))
        {
            logger.LogWarning("{Index} bears the settings of a load or rebuild that did not end well; they are put right", live.Name);
            await indices.HealAsync(live.Name, cancellationToken);
        }
    }

    private async Task CarryOutAsync(LifecycleStep step, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case CreateStep:
                await CreateAsync(cancellationToken);
                break;
            case RebuildStep rebuild:
                await _rebuilder.RebuildAsync(rebuild.From, progress, cancellationToken);
                break;
            case DeleteStep deletion:
                await indices.DeleteAsync(deletion.Index, cancellationToken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, null);
        }
    }

    /// <summary>Two programs may come upon an empty cluster at once: the second finds the first's index and takes it.</summary>
    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        var name = IndexNames.Create(indices.Alias, time.GetUtcNow());
        try
        {
            await indices.CreateAsync(name, IndexNotes.Of(IndexMapping.Current), loading: false, cancellationToken);
        }
        catch (ArchiveBusyException)
        {
            logger.LogInformation("Another program makes {Index} just now", name);
        }

        var live = (await indices.ListAsync(cancellationToken)).Where(index => index.Live).ToArray();
        if (live.Length == 0)
        {
            await indices.PointAliasAsync(null, name, cancellationToken);
        }
    }

    private LifecycleGoal Goal(bool rebuild, bool cleanup) =>
        new(IndexMapping.Current.Version, IndexMapping.Current.Hash, time.GetUtcNow(), rebuild, cleanup);
}
