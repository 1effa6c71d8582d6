using System.CommandLine;
using System.Text.Json;
using Search.Indexer.Hosting;
using Search.Indexer.Output;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Indexer.Commands;

/// <summary>What the archive holds, as the HTTP interface answers it.</summary>
internal sealed class CoverageCommand
{
    private readonly ParameterOptions _options = new(SearchParameters.Coverage);

    public CommandDefinition Define()
    {
        var command = new Command("coverage", "Says what the archive holds by month, and where it has gaps.");
        _options.AddTo(command);
        return new CommandDefinition(
            command,
            RunAsync,
            """
            search coverage
            search coverage --by issuer --source KCNA --from 2024-01-01 --to 2024-12-31 --json
            """);
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (!CountingCallReader.TryReadCoverage(_options.Read(context.Arguments), out var call, out var fault))
        {
            throw new UsageException(ParameterOptions.Describe(fault));
        }

        await context.OpenFilledEngineAsync(cancellationToken);
        var coverage = await context.Service<CoverageService>().CoverAsync(call, cancellationToken);
        await context.Output.WriteLineAsync(context.Json
            ? JsonSerializer.Serialize(coverage, ResponseJson.Readable.ArchiveCoverageResponse)
            : CoverageText.Of(coverage));
        return ExitCode.Success;
    }
}
