using System.CommandLine;
using System.Text.Json;
using Search.Indexer.Hosting;
using Search.Indexer.Output;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Indexer.Commands;

/// <summary>Issuers side by side, as the HTTP interface answers them.</summary>
internal sealed class CompareCommand
{
    private readonly Argument<string[]> _queries = QueryArguments.Create();
    private readonly ParameterOptions _options = new(SearchParameters.Comparison);

    public CommandDefinition Define()
    {
        var command = new Command("compare", "Compares issuers: how often each says something, since when, and a passage.") { _queries };
        _options.AddTo(command);
        return new CommandDefinition(
            command,
            RunAsync,
            """
            search compare '"freedom of navigation"'
            search compare provocation 'joint exercise' --issuer KP/ --issuer US/ --json
            """);
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var parameters = _options.Read(context.Arguments, context.Arguments.GetValue(_queries) ?? []);
        if (!CountingCallReader.TryReadComparison(parameters, context.Today, out var call, out var fault))
        {
            throw new UsageException(ParameterOptions.Describe(fault));
        }

        await context.OpenFilledEngineAsync(cancellationToken);
        var comparison = await context.Service<ComparisonService>().CompareAsync(call, cancellationToken);
        await context.Output.WriteLineAsync(context.Json
            ? JsonSerializer.Serialize(comparison, ResponseJson.Readable.ComparisonResponse)
            : ComparisonText.Of(comparison, new PagePrinter(context.Output, context.Environment.OutputIsTerminal)));
        return ExitCode.Success;
    }
}
