using System.CommandLine;
using System.Text.Json;
using Search.Indexer.Hosting;
using Search.Indexer.Output;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Indexer.Commands;

/// <summary>The uses of a query, as the HTTP interface answers them.</summary>
internal sealed class UsesCommand
{
    private readonly Argument<string[]> _text = new("TEXT")
    {
        Description = "The query; several words are joined.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly ParameterOptions _options = new(SearchParameters.Uses);

    public CommandDefinition Define()
    {
        _text.RefuseUnknownOptions("--");
        var command = new Command("uses", "Says since when, how often and by whom something is said, and when it was not.") { _text };
        _options.AddTo(command);
        return new CommandDefinition(
            command,
            RunAsync,
            """
            search uses '"freedom of navigation"'
            search uses '"reckless provocation"' --returned-after 365 --issuer KP/ --json
            """);
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var parameters = _options.Read(context.Arguments, string.Join(' ', context.Arguments.GetValue(_text) ?? []));
        if (!CountingCallReader.TryReadUses(parameters, context.Today, out var call, out var fault))
        {
            throw new UsageException(ParameterOptions.Describe(fault));
        }

        await context.OpenFilledEngineAsync(cancellationToken);
        var uses = await context.Service<UseService>().CountAsync(call, cancellationToken);
        await context.Output.WriteLineAsync(
            context.Json ? JsonSerializer.Serialize(uses, ResponseJson.Readable.UsesResponse) : UsesText.Of(uses));
        return ExitCode.Success;
    }
}
