using System.CommandLine;
using Search.Importing;
using Search.Indexer.Hosting;

namespace Search.Indexer.Commands;

internal sealed class CopyCommand
{
    private readonly Option<string?> _from = CommonOptions.EngineNamed("--from", "The engine to read from.");
    private readonly Option<string?> _to = CommonOptions.EngineNamed("--to", "The engine to write to.");

    public CommandDefinition Define()
    {
        _from.Required = true;
        _to.Required = true;
        return new CommandDefinition(
            new Command("copy", "Carries all statements, with their versions, from one engine to another.") { _from, _to },
            RunAsync,
            """
            search copy --from sqlite --to elasticsearch
            search verify --engine sqlite --against elasticsearch
            """);
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var (fromName, toName) = (context.Arguments.GetRequiredValue(_from)!, context.Arguments.GetRequiredValue(_to)!);
        if (string.Equals(fromName, toName, StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException("--from and --to name the same engine; an archive cannot be copied onto itself.");
        }

        var engines = context.Engines;
        await using var from = engines.Open(fromName);
        await using var to = engines.Open(toName);
        await context.Error.WriteLineAsync($"From: {from.Description}\nTo:   {to.Description}");
        var total = (await from.StatusAsync(cancellationToken)).Statements;
        var report = await context.Progress.RunAsync(
            "Copying", scope => new StatementCopier(new ImportOptions()).CopyAsync(from, to, scope.Of(total), cancellationToken));
        await RefusalPrinter.WriteAsync(context, report.Refused);
        await (context.Json
            ? context.WriteJsonAsync(new { report.Statements, report.Versions, report.Unchanged, Refused = report.Refused.Count })
            : context.Output.WriteLineAsync(
                $"{report.Statements:N0} statements and {report.Versions:N0} versions copied ({report.Unchanged:N0} were there already), "
                    + $"{report.Refused.Count:N0} refused."));
        return report.Refused.Count == 0 ? ExitCode.Success : ExitCode.Incomplete;
    }
}
