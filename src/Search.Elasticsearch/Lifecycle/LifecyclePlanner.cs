using Search.Elasticsearch.Indices;

namespace Search.Elasticsearch.Lifecycle;

/// <summary>One thing to do to an archive's indices. Its text is what a dry run prints.</summary>
public abstract record LifecycleStep;

/// <summary>Make the first, empty index and let the alias point at it.</summary>
public sealed record CreateStep : LifecycleStep
{
    public override string ToString() => "create an empty index";
}

/// <summary>Make a new index, fill it from the live one, and let the alias point at it.</summary>
public sealed record RebuildStep(string From, string Reason) : LifecycleStep
{
    public override string ToString() => $"rebuild {From} ({Reason})";
}

public sealed record DeleteStep(string Index, string Reason) : LifecycleStep
{
    public override string ToString() => $"delete {Index} ({Reason})";
}

/// <param name="Steps">What to do, in this order; empty when all is well.</param>
/// <param name="Refusal">
/// Why nothing may be done, of the type that says what lies there (a name clash, a closed archive, one that is gone, another
/// format); null when all may.
/// </param>
public sealed record LifecyclePlan(IReadOnlyList<LifecycleStep> Steps, Exception? Refusal = null);

/// <summary>What is to be planned for.</summary>
/// <param name="Alias">The archive's name.</param>
/// <param name="Version">The program's mapping version.</param>
/// <param name="Hash">The program's mapping hash.</param>
/// <param name="Now">What ages count from.</param>
/// <param name="Rebuild">Whether to rebuild though the mapping is the same.</param>
/// <param name="Cleanup">Whether indices that are no longer needed go.</param>
public sealed record LifecycleGoal(
    string Alias, int Version, string Hash, DateTimeOffset Now, bool Rebuild = false, bool Cleanup = false)
{
    /// <summary>Whether this process has found the archive before: where there is none now, none is made.</summary>
    public bool ArchiveSeen { get; init; }
}

/// <summary>
/// Decides what has to be done to an archive's indices. A function of what is there: planning again after a plan was
/// carried out yields nothing.
/// </summary>
public static class LifecyclePlanner
{
    /// <summary>A rebuild notes that it goes on far more often than this; one that did not has been given up.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromMinutes(10);

    /// <summary>Indices kept: the live one and the one before it.</summary>
    public const int Kept = 2;

    public static LifecyclePlan Plan(IReadOnlyList<IndexState> indices, LifecycleGoal goal)
    {
        if (LifecycleRefusals.Of(indices, goal) is { } refusal)
        {
            return new LifecyclePlan([], refusal);
        }

        var live = indices.SingleOrDefault(index => index.Live);
        return new LifecyclePlan([.. Change(live, goal), .. goal.Cleanup && live is not null ? Deletions(indices, goal) : []]);
    }

    /// <summary>Whether an index is being filled just now.</summary>
    public static bool IsBuilding(IndexState index, DateTimeOffset now) => index.BuildingSince is { } since && now - since < GivenUpAfter;

    private static IEnumerable<LifecycleStep> Change(IndexState? live, LifecycleGoal goal)
    {
        if (live is null)
        {
            yield return new CreateStep();
        }
        else if (live.MappingHash != goal.Hash)
        {
            yield return new RebuildStep(live.Name, "its mapping is an older one");
        }
        else if (goal.Rebuild)
        {
            yield return new RebuildStep(live.Name, "asked for");
        }
    }

    private static IEnumerable<DeleteStep> Deletions(IReadOnlyList<IndexState> indices, LifecycleGoal goal)
    {
        var older = indices
            .Where(index => !index.Live && index.Ours && index.MappingVersion <= goal.Version)
            .OrderByDescending(index => index.Name, StringComparer.Ordinal)
            .ToArray();
        foreach (var index in older.Where(index => index.BuildingSince is not null && !IsBuilding(index, goal.Now)))
        {
            yield return new DeleteStep(index.Name, "a rebuild that was given up");
        }

        foreach (var index in older.Where(index => index.BuildingSince is null).Skip(Kept - 1))
        {
            yield return new DeleteStep(index.Name, "older than the one kept");
        }
    }
}
