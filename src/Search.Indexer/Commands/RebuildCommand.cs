using System.CommandLine;
using Search.Archive.Upkeep;
using Search.Importing;
using Search.Indexer.Hosting;
using Search.Service.Composition;

namespace Search.Indexer.Commands;

internal sealed class RebuildCommand
{
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Say how many statements would change; write nothing." };

    public CommandDefinition Define() => new(
        new Command(
            "rebuild",
            "Works out anew, from the archive itself, which countries statements name, who issued them, "
                + "and by which words they are found.")
        {
            _dryRun,
        },
        RunAsync,
        """
        search rebuild --dry-run
        search rebuild                       after an update, or when verify asks for it
        """);

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var dryRun = context.Arguments.GetValue(_dryRun);
        var engine = await context.OpenEngineAsync(cancellationToken);
        var total = (await engine.StatusAsync(cancellationToken)).Statements;
        var steps = await context.Progress.RunAsync(
            "Making the index anew",
            scope => EngineUpkeep.MaintainAsync(engine, UpkeepGoal.Rebuild, dryRun, scope.Of(total), cancellationToken));
        foreach (var step in steps)
        {
            await context.Error.WriteLineAsync($"{(dryRun ? "Would" : "Done")}: {step}");
        }

        var report = await context.Progress.RunAsync("Rebuilding", scope => new ArchiveRebuilder(new ImportOptions { DryRun = dryRun })
            .RebuildAsync(engine, scope.Of(total), cancellationToken));
        await RefusalPrinter.WriteAsync(context, report.Refused);
        await (context.Json
            ? context.WriteJsonAsync(
                new { report.Statements, report.Changed, report.Skipped, Refused = report.Refused.Count, DryRun = dryRun })
            : context.Output.WriteLineAsync(
                $"{report.Statements:N0} statements, {report.Changed:N0} {(dryRun ? "would change" : "changed")}, "
                + (report.Skipped == 0 ? string.Empty : $"{report.Skipped:N0} left as somebody else has written them meanwhile, ")
                + $"{report.Refused.Count:N0} refused."));
        return report.Refused.Count == 0 ? ExitCode.Success : ExitCode.Incomplete;
    }
}
