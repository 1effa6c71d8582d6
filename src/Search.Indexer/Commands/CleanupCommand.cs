using System.CommandLine;
using Search.Archive.Upkeep;
using Search.Indexer.Hosting;
using Search.Service.Composition;

namespace Search.Indexer.Commands;

internal sealed class CleanupCommand
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say what would be removed; remove nothing." };

    public CommandDefinition Define() => new(
        new Command("cleanup", "Removes what the archive no longer needs, such as older indices; never a statement.") { _dryRun },
        RunAsync,
        """
        search cleanup --engine elasticsearch --dry-run
        """);

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var dryRun = context.Arguments.GetValue(_dryRun);
        var engine = await context.OpenEngineAsync(cancellationToken);
        var steps = await EngineUpkeep.MaintainAsync(engine, UpkeepGoal.CleanUp, dryRun, progress: null, cancellationToken);
        if (context.Json)
        {
            await context.WriteJsonAsync(new { Steps = steps, DryRun = dryRun });
            return ExitCode.Success;
        }

        await context.Output.WriteLineAsync(steps.Count == 0 ? "There is nothing to clean up." : string.Join('\n', steps));
        return ExitCode.Success;
    }
}
