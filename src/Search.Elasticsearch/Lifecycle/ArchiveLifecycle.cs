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
        LifecyclePlanner.Plan(await LookAsync(cancellationToken), Goal(rebuild, cleanup));

    /// <exception cref="Exception">The plan's refusal, if it has one; nothing was done.</exception>
    public async Task CarryOutAsync(LifecyclePlan plan, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (plan.Refusal is { } refusal)
        {
            throw refusal;
        }

        foreach (var step in plan.Steps)
        {
            logger.LogInformation("Elasticsearch archive {Alias}: {Step}", indices.Alias, step);
            await CarryOutAsync(step, progress, cancellationToken);
        }
    }

    /// <summary>
    /// Sees to it that there is a live index that this program's statements fit into, and that can be searched and takes writes.
    /// </summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await CarryOutAsync(await PlanAsync(rebuild: false, cleanup: false, cancellationToken), null, cancellationToken);
        client.ArchiveSeen = true;
        await indices.WaitForShardsAsync(cancellationToken); // of an index that another program is making
        var all = await indices.ListAsync(cancellationToken);
        var live = all.Single(index => index.Live);
        if (live.BuildingSince is not null)
        {
            await indices.NoteAsync(live.Name, IndexNotes.Of(IndexMapping.Current), cancellationToken); // it became live, and died then
        }

        if (live.HasLoadSettings && !all.Any(index => !index.Live && LifecyclePlanner.IsBuilding(index, time.GetUtcNow())))
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
                await DeleteAsync(deletion.Index, cancellationToken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, null);
        }
    }

    /// <summary>
    /// Two programs may come upon an empty cluster at once, and an answer may be lost: whoever finds a live index takes it.
    /// </summary>
    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        var name = IndexNames.CreateNew(indices.Alias, time.GetUtcNow(), await indices.ListAsync(cancellationToken));
        try
        {
            await indices.CreateLiveAsync(name, cancellationToken);
        }
        catch (Exception exception) when (exception is ArchiveBusyException or EngineUnavailableException)
        {
            if (!(await indices.ListAsync(cancellationToken)).Any(index => index.Live))
            {
                throw;
            }

            logger.LogInformation(exception, "The archive {Alias} is there, made by this program or by another", indices.Alias);
        }
    }

    /// <summary>The plan is of a while ago: what is live now, or nobody's any more, stays.</summary>
    private async Task DeleteAsync(string index, CancellationToken cancellationToken)
    {
        var all = await indices.ListAsync(cancellationToken);
        if (all.Any(other => other.Name == index && other.Live) || all.Where(other => other.Live).ToArray() is not [{ } live])
        {
            throw new ArchiveBusyException($"The archive's alias has moved since {index} was found to be no longer needed; it stays.");
        }

        if (all.Any(other => other.Name == index))
        {
            await indices.ArchiveAlias.RemoveIndexAsync(index, live.Name, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<IndexState>> LookAsync(CancellationToken cancellationToken)
    {
        var all = await indices.ListAsync(cancellationToken);
        return all.Any(index => index.Live) ? all : await indices.CountAsync(all, cancellationToken);
    }

    private LifecycleGoal Goal(bool rebuild, bool cleanup) =>
        new(indices.Alias, IndexMapping.Current.Version, IndexMapping.Current.Hash, time.GetUtcNow(), rebuild, cleanup)
        {
            ArchiveSeen = client.ArchiveSeen,
        };
}
