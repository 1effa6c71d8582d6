using System.CommandLine;
using System.Text.Json;
using Search.Indexer.Hosting;
using Search.Indexer.Output;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Indexer.Commands;

/// <summary>Queries counted over time, as the HTTP interface answers them.</summary>
internal sealed class TrendsCommand
{
    private readonly Argument<string[]> _queries = QueryArguments.Create();
    private readonly ParameterOptions _options = new(SearchParameters.Trends);

    public CommandDefinition Define()
    {
        var command = new Command("trends", "Counts queries over time, as numbers and as shares of all statements.") { _queries };
        _options.AddTo(command);
        return new CommandDefinition(
            command,
            RunAsync,
            """
            search trends '"freedom of navigation"' 'joint exercise' --interval month
            search trends provocation --from 2024-01-01 --format csv > provocation.csv
            """);
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var parameters = _options.Read(context.Arguments, context.Arguments.GetValue(_queries) ?? []);
        if (!CountingCallReader.TryReadTrends(parameters, context.Today, out var call, out var fault))
        {
            throw new UsageException(ParameterOptions.Describe(fault));
        }

        await context.OpenFilledEngineAsync(cancellationToken);
        var trends = await context.Service<TrendService>().CountAsync(call, cancellationToken);
        if (call.Format == "csv")
        {
            TrendTable.Write(trends, context.Output);
        }
        else
        {
            await context.Output.WriteLineAsync(context.Json || call.Format == "json"
                ? JsonSerializer.Serialize(trends, ResponseJson.Readable.TrendsResponse)
                : TrendsText.Of(trends));
        }

        return ExitCode.Success;
    }
}
