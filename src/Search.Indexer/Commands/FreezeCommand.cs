using System.CommandLine;
using System.Text.Json;
using Search.Indexer.Hosting;
using Search.Indexer.Output;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Indexer.Commands;

/// <summary>A result to be cited, as the HTTP interface freezes it.</summary>
internal sealed class FreezeCommand
{
    private readonly Argument<string[]> _text = new("TEXT")
    {
        Description = "The query; several words are joined. Without it: every statement.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly ParameterOptions _options = new(SearchParameters.Narrowing);

    public CommandDefinition Define()
    {
        _text.RefuseUnknownOptions("--");
        var command = new Command("freeze", "Keeps the whole result of a search under its hash, to be cited and verified.") { _text };
        _options.AddTo(command);
        return new CommandDefinition(
            command,
            RunAsync,
            """
            search freeze '"vassal forces"' --to 2024-12-31
            search verify --search HASH          what has changed since
            """);
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var parameters = _options.Read(context.Arguments, string.Join(' ', context.Arguments.GetValue(_text) ?? []));
        if (!FreezeCallReader.TryRead(parameters, context.Today, out var call, out var fault))
        {
            throw new UsageException(ParameterOptions.Describe(fault));
        }

        await context.OpenFilledEngineAsync(cancellationToken);
        var frozen = await context.Service<FreezeService>().FreezeAsync(call, cancellationToken);
        await context.Output.WriteLineAsync(
            context.Json ? JsonSerializer.Serialize(frozen, ResponseJson.Readable.FrozenSearchResponse) : FrozenSearchText.Of(frozen));
        return ExitCode.Success;
    }
}
