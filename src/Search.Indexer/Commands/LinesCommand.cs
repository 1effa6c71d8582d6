using System.CommandLine;
using System.Text.Json;
using Search.Indexer.Hosting;
using Search.Indexer.Output;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Indexer.Commands;

/// <summary>Every occurrence in its context, as the HTTP interface answers it.</summary>
internal sealed class LinesCommand
{
    private readonly Argument<string[]> _text = new("TEXT")
    {
        Description = "The query; several words are joined.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly ParameterOptions _options = new(SearchParameters.Lines);

    public CommandDefinition Define()
    {
        _text.RefuseUnknownOptions("--");
        var command = new Command("lines", "Shows every occurrence of the query's words in a line of its context.") { _text };
        _options.AddTo(command);
        return new CommandDefinition(
            command,
            RunAsync,
            """
            search lines '"vassal forces"'
            search lines provocation --sort right --issuer KP/ --json
            """);
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var parameters = _options.Read(context.Arguments, string.Join(' ', context.Arguments.GetValue(_text) ?? []));
        if (!LineCallReader.TryRead(parameters, context.Today, out var call, out var fault))
        {
            throw new UsageException(ParameterOptions.Describe(fault));
        }

        await context.OpenFilledEngineAsync(cancellationToken);
        var lines = await context.Service<LineService>().ReadAsync(call, cancellationToken);
        await context.Output.WriteLineAsync(
            context.Json ? JsonSerializer.Serialize(lines, ResponseJson.Readable.LinesResponse) : LinesText.Of(lines));
        return ExitCode.Success;
    }
}
