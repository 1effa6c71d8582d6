using System.CommandLine;
using System.Text.Json;
using Search.Indexer.Hosting;
using Search.Indexer.Output;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Indexer.Commands;

/// <summary>What stands at the open places of a phrase, as the HTTP interface answers it.</summary>
internal sealed class PhrasesCommand
{
    private readonly Argument<string[]> _text = new("TEXT")
    {
        Description = "The query; several words are joined.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly ParameterOptions _options = new(SearchParameters.Phrases);

    public CommandDefinition Define()
    {
        _text.RefuseUnknownOptions("--");
        var command = new Command("phrases", "Counts what stands at the free word of a phrase, with first and last use.") { _text };
        _options.AddTo(command);
        return new CommandDefinition(
            command,
            RunAsync,
            """
            search phrases '"strongly * the"'
            search phrases '"strongly (condemn|regret|deplore) the"' --issuer KP/ --json
            """);
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var parameters = _options.Read(context.Arguments, string.Join(' ', context.Arguments.GetValue(_text) ?? []));
        if (!PhraseCallReader.TryRead(parameters, context.Today, out var call, out var fault))
        {
            throw new UsageException(ParameterOptions.Describe(fault));
        }

        await context.OpenFilledEngineAsync(cancellationToken);
        var phrases = await context.Service<PhraseService>().CountAsync(call, cancellationToken);
        await context.Output.WriteLineAsync(
            context.Json ? JsonSerializer.Serialize(phrases, ResponseJson.Readable.PhrasesResponse) : PhrasesText.Of(phrases));
        return ExitCode.Success;
    }
}
