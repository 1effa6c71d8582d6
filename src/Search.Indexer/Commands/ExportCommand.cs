using System.CommandLine;
using Search.Indexer.Hosting;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Indexer.Commands;

/// <summary>Every hit of a search on standard output, as the HTTP interface exports them.</summary>
internal sealed class ExportCommand
{
    private readonly Argument<string[]> _text = new("TEXT")
    {
        Description = "The query; several words are joined. Without it: every statement.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly ParameterOptions _options = new(SearchParameters.Export);

    public CommandDefinition Define()
    {
        _text.RefuseUnknownOptions("--");
        var command = new Command("export", "Writes every hit of a search, as JSON Lines or CSV.") { _text };
        _options.AddTo(command);
        return new CommandDefinition(
            command,
            RunAsync,
            """
            search export '"strongly condemn"' --fields body > condemned.jsonl
            search export --issuer KP/ --format csv > statements.csv
            """);
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var parameters = _options.Read(context.Arguments, string.Join(' ', context.Arguments.GetValue(_text) ?? []));
        if (!CountingCallReader.TryReadExport(parameters, context.Today, out var call, out var fault))
        {
            throw new UsageException(ParameterOptions.Describe(fault));
        }

        await context.OpenFilledEngineAsync(cancellationToken);
        var export = await context.Service<ExportService>().BeginAsync(call, cancellationToken);
        var isTable = call.Format == "csv" && !context.Json;
        var text = new ExportText(isTable, call.Body, call.Filters.CountryKinds);
        await context.Error.WriteLineAsync($"{export.Total:N0} statements");
        await context.Output.WriteAsync(isTable ? $"\uFEFF{text.Head()}" : text.Head());
        await foreach (var statements in export.ReadAsync(cancellationToken))
        {
            await context.Output.WriteAsync(text.Lines(statements));
        }

        return ExitCode.Success;
    }
}
