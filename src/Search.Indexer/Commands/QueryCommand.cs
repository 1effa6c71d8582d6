using System.CommandLine;
using System.Text;
using System.Text.Json;
using Search.Archive;
using Search.Importing.Samples;
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

    private readonly IReadOnlyList<(Parameter Parameter, Option<string[]> Option)> _options =
    [
        .. SearchParameters.Search
            .Where(parameter => parameter != SearchParameters.Query)
            .Select(parameter => (parameter, OptionOf(parameter))),
    ];

    public CommandDefinition Define()
    {
        // One minus excludes a word: -word is the query language's. Two begin an option.
        _text.RefuseUnknownOptions("--");
        var command = new Command("query", "Searches the archive.") { _text };
        foreach (var (_, option) in _options)
        {
            command.Add(option);
        }

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

    private static Option<string[]> OptionOf(Parameter parameter) => new($"--{KebabCase(parameter.Name)}")
    {
        Description = parameter.Description,
        HelpName = parameter.Choices.Count > 0 ? string.Join('|', parameter.Choices) : parameter.Form switch
        {
            ParameterForm.Date => "DATE",
            ParameterForm.WholeNumber => "N",
            _ => "VALUE",
        },
        // Whether a parameter may repeat is the reader's to say: its message is the one that the HTTP interface gives.
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    private static string KebabCase(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : letter.ToString()));

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var service = context.Service<SearchService>;
        var today = DateOnly.FromDateTime(context.Environment.TimeProvider.GetUtcNow().UtcDateTime);
        if (!SearchCallReader.TryRead(Parameters(context.Arguments), today, out var call, out var fault))
        {
            throw new UsageException(Describe(fault));
        }

        var engine = await context.OpenEngineAsync(cancellationToken);
        await LoadSamplesAsync(context, engine, cancellationToken);
        var page = await service().SearchAsync(call, cancellationToken);
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

    private IEnumerable<KeyValuePair<string, string?>> Parameters(ParseResult arguments)
    {
        yield return KeyValuePair.Create<string, string?>(SearchParameters.Query.Name, string.Join(' ', arguments.GetValue(_text) ?? []));
        foreach (var (parameter, option) in _options)
        {
            foreach (var value in arguments.GetValue(option) ?? [])
            {
                yield return KeyValuePair.Create<string, string?>(parameter.Name, value);
            }
        }
    }

    private static async Task LoadSamplesAsync(CommandContext context, ISearchEngine engine, CancellationToken cancellationToken)
    {
        if (context.Options.Samples && await context.Service<SampleLoader>().LoadAsync(engine, cancellationToken))
        {
            await context.Error.WriteLineAsync("The archive was empty: it now holds fictional samples, which the first import removes.");
        }
    }

    private static string Describe(RequestFault fault)
    {
        var text = new StringBuilder();
        foreach (var error in fault.Parameters)
        {
            text.AppendLine($"--{KebabCase(error.Name)} {error.Message}");
        }

        if (fault.Query is { } query)
        {
            text.AppendLine(query.Message).AppendLine($"This would work: {query.Repaired}");
        }

        return text.ToString().TrimEnd();
    }
}
