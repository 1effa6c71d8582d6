using System.Text.Json;
using Search.Indexer.Hosting;
using Search.Indexer.Output;
using Search.Service;
using Search.Service.Responses;

namespace Search.Indexer.Commands;

/// <summary>Verifies a frozen result: that it is what was frozen, and whether it can still be found.</summary>
internal static class FrozenCheck
{
    /// <returns>What was added since does not make the result another; what is gone or changed does.</returns>
    public static async Task<int> RunAsync(CommandContext context, string hash, CancellationToken cancellationToken)
    {
        await context.OpenEngineAsync(cancellationToken);
        var frozen = await context.Service<FreezeService>().GetAsync(hash, compare: true, cancellationToken)
            ?? throw new UsageException($"--search {hash}: the archive keeps no result that was frozen under this hash.");
        await context.Output.WriteLineAsync(context.Json
            ? JsonSerializer.Serialize(frozen, ResponseJson.Readable.FrozenSearchResponse)
            : FrozenSearchText.Of(frozen) + "\nThe result is what was frozen: its text has this hash.");
        return frozen.Since is { Gone.Count: 0, Changed.Count: 0 } ? ExitCode.Success : ExitCode.Incomplete;
    }
}
