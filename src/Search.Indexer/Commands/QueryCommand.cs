using System.CommandLine;
using System.Text.Json;
using Search.Indexer.Hosting;
using Search.Indexer.Output;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Indexer.Commands;

/// <summary>The search of the HTTP interface, with the same parameters as options and the same JSON as answer.</summary>
internal sealed class QueryCommand
{
    private readonly Argument<string[]> _text = new("TEXT")
    {
        Description = "The query; several words are joined. Without it: every statement, the newest first.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly ParameterOptions _options = new(SearchParameters.Search);

    public CommandDefinition Define()
    {
        // One minus excludes a word: -word is the query language's. Two begin an option.
        _text.RefuseUnknownOptions("--");
        var command = new Command("query", "Searches the archive.") { _text };
        _options.AddTo(command);
        return new CommandDefinition(
            command,
            RunAsync,
            """
            search query nuclear test
            search query '"strongly condemn" -draft' --country JP --from 2024-01-01
            search query --issuer none --sort oldest --size 5
            search query 'joint exercise' --country=-US --json
            """);
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var parameters = _options.Read(context.Arguments, string.Join(' ', context.Arguments.GetValue(_text) ?? []));
        if (!SearchCallReader.TryRead(parameters, context.Today, out var call, out var fault))
        {
            throw new UsageException(ParameterOptions.Describe(fault));
        }

        await context.OpenFilledEngineAsync(cancellationToken);
        var page = await context.Service<SearchService>().SearchAsync(call, cancellationToken);
        if (context.Json)
        {
            await context.Output.WriteLineAsync(JsonSerializer.Serialize(page, ResponseJson.Readable.SearchPageResponse));
        }
        else
        {
            await new PagePrinter(context.Output, context.Environment.OutputIsTerminal).WriteAsync(page);
        }

        return ExitCode.Success;
    }
}
