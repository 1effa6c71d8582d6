using Search.Archive.Searching;
using Search.Archive.Upkeep;

namespace Search.Service.Composition;

/// <summary>The port's upkeep as hosts call for it.</summary>
public static class EngineUpkeep
{
    /// <summary>Asks an engine once, at a host's start; the empty archive is made where there is none.</summary>
    /// <exception cref="ConfigurationException">The credentials are wrong: waiting will not help.</exception>
    /// <exception cref="EngineUnavailableException">
    /// It cannot be reached now; a host may start all the same and answer with errors until it can.
    /// </exception>
    public static async Task ConnectAsync(IArchiveUpkeep engine, CancellationToken cancellationToken)
    {
        try
        {
            await engine.ConnectAsync(cancellationToken);
        }
        catch (ArchiveAccessException exception)
        {
            throw new ConfigurationException(exception.Message, exception);
        }
    }

    /// <summary>Plans, and carries the plan out unless it is only to be shown; says what was done, or would be.</summary>
    /// <exception cref="Exception">The plan's refusal.</exception>
    public static async Task<IReadOnlyList<string>> MaintainAsync(
        IArchiveUpkeep engine, UpkeepGoal goal, bool dryRun, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var plan = await engine.PlanAsync(goal, cancellationToken);
        if (plan.Refusal is { } refusal)
        {
            throw refusal;
        }

        if (!dryRun)
        {
            await engine.MaintainAsync(plan, progress, cancellationToken);
        }

        return plan.Steps;
    }
}
