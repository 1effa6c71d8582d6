namespace Search.Core.Searching;

/// <summary>What an engine can do beside writing to keep its archive lean. An engine without it has nothing to clean up.</summary>
public interface IArchiveUpkeep
{
    /// <summary>Removes what the archive no longer needs, such as older indices; never a statement or a version.</summary>
    /// <param name="dryRun">Only say what would be done.</param>
    /// <returns>What was done, a sentence each; empty when there was nothing to do.</returns>
    Task<IReadOnlyList<string>> CleanUpAsync(bool dryRun, CancellationToken cancellationToken);
}
