using Search.Archive.Storing;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary>Names statements that an engine did not take from another archive.</summary>
internal static class RefusalPrinter
{
    public static async Task WriteAsync(CommandContext context, IReadOnlyList<RefusedStatement> refused)
    {
        foreach (var (statement, reason) in refused.Take(FaultPrinter.Printed))
        {
            await context.Error.WriteLineAsync(SafeText.Of($"{statement.Id}: refused: {reason}"));
        }

        if (refused.Count > FaultPrinter.Printed)
        {
            await context.Error.WriteLineAsync($"... and {refused.Count - FaultPrinter.Printed:N0} more.");
        }
    }
}
