namespace Search.Archive.Upkeep;

/// <summary>What an archive wants beside statements: to be reached, described, checked and kept in order.</summary>
public interface IArchiveUpkeep
{
    /// <summary>Asks once, at a program's start, whether the archive can be searched; makes the empty one where there is none.</summary>
    /// <exception cref="Searching.ArchiveAccessException">The credentials are wrong or not enough: waiting will not help.</exception>
    /// <exception cref="Searching.EngineUnavailableException">It cannot be reached now, or not well.</exception>
    Task ConnectAsync(CancellationToken cancellationToken);

    /// <summary>Asks the cheapest question that only an archive which can be searched answers.</summary>
    /// <exception cref="Searching.EngineUnavailableException">It cannot be searched now.</exception>
    Task PingAsync(CancellationToken cancellationToken);

    Task<ArchiveStatus> StatusAsync(CancellationToken cancellationToken);

    /// <summary>Reads back everything and compares it with itself: counts, content hashes, index against text.</summary>
    Task<ArchiveCheck> CheckAsync(IProgress<long>? progress, CancellationToken cancellationToken);

    /// <summary>What <see cref="MaintainAsync"/> would do; changes nothing.</summary>
    Task<UpkeepPlan> PlanAsync(UpkeepGoal goal, CancellationToken cancellationToken);

    /// <summary>Carries out a plan while searches go on.</summary>
    /// <param name="plan">As it was planned; it is carried out as that or not at all.</param>
    /// <param name="progress">Statements carried over.</param>
    /// <exception cref="Searching.ArchiveBusyException">The archive has changed since: the plan is another now.</exception>
    /// <exception cref="Exception">The plan's refusal; nothing was done.</exception>
    Task MaintainAsync(UpkeepPlan plan, IProgress<long>? progress, CancellationToken cancellationToken);
}

public enum UpkeepGoal
{
    /// <summary>The index is made anew with this version's settings, ahead of the statements.</summary>
    Rebuild,

    /// <summary>What is no longer needed goes; never a statement.</summary>
    CleanUp,
}

/// <param name="Goal">What it is for.</param>
/// <param name="Steps">In words, in their order; empty when there is nothing to do.</param>
/// <param name="Refusal">Why nothing may be done, as carrying it out throws it; null when it may.</param>
public sealed record UpkeepPlan(UpkeepGoal Goal, IReadOnlyList<string> Steps, Exception? Refusal = null);
