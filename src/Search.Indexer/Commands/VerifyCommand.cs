using System.CommandLine;
using Search.Archive;
using Search.Archive.Upkeep;
using Search.Indexer.Hosting;

namespace Search.Indexer.Commands;

internal sealed class VerifyCommand
{
    private readonly Option<string?> _against = CommonOptions.EngineNamed(
        "--against", "Compare with the archive of this engine, by count and content.");

    private readonly Option<string?> _search = new("--search")
    {
        Description = "Verify a frozen result instead: whether it is what was frozen, and what was added, is gone or has changed since.",
        HelpName = "HASH",
    };

    public CommandDefinition Define() => new(
        new Command("verify", "Reads the whole archive back and compares it with itself, or with another engine's.")
        {
            _against,
            _search,
        },
        RunAsync,
        """
        search verify
        search verify --engine sqlite --against elasticsearch
        search verify --search HASH          a result that search freeze has kept
        """);

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments.GetValue(_search) is { } hash)
        {
            return await FrozenCheck.RunAsync(context, hash, cancellationToken);
        }

        var engine = await context.OpenEngineAsync(cancellationToken);
        var check = await CheckAsync(context, engine, cancellationToken);
        var faults = check.Faults.ToList();
        ArchiveCheck? other = null;
        if (context.Arguments.GetValue(_against) is { } name)
        {
            await using var against = context.Engines.Open(name);
            await context.Error.WriteLineAsync($"Against: {against.Description}");
            other = await CheckAsync(context, against, cancellationToken);
            faults.AddRange(other.Faults.Select(fault => $"{name}: {fault}"));
            faults.AddRange(Differences(check, other, name));
        }

        await WriteAsync(context, check, other, faults);
        return faults.Count == 0 ? ExitCode.Success : ExitCode.Incomplete;
    }

    private static async Task<ArchiveCheck> CheckAsync(CommandContext context, ISearchEngine engine, CancellationToken cancellationToken)
    {
        var total = (await engine.StatusAsync(cancellationToken)).Statements;
        return await context.Progress.RunAsync("Verifying", scope => engine.CheckAsync(scope.Of(total), cancellationToken));
    }

    private static IEnumerable<string> Differences(ArchiveCheck check, ArchiveCheck other, string name)
    {
        if (check.Statements != other.Statements)
        {
            yield return $"{name} has {other.Statements:N0} statements, this archive {check.Statements:N0}.";
        }
        else if (check.ContentHash != other.ContentHash)
        {
            yield return $"{name} has as many statements, but their content differs.";
        }
    }

    private static async Task WriteAsync(CommandContext context, ArchiveCheck check, ArchiveCheck? against, List<string> faults)
    {
        if (context.Json)
        {
            await context.WriteJsonAsync(new
            {
                Sound = faults.Count == 0,
                check.Statements,
                check.ContentHash,
                Faults = faults,
                Against = against is null ? null : new { against.Statements, against.ContentHash },
            });
            return;
        }

        await context.Output.WriteLineAsync(
            $"{check.Statements:N0} statements, content {check.ContentHash}: {(faults.Count == 0 ? "sound." : "not sound.")}");
        foreach (var fault in faults)
        {
            await context.Output.WriteLineAsync(fault);
        }
    }
}
