using System.CommandLine;
using System.Text;
using Search.Service.Requests;

namespace Search.Indexer.Commands;

/// <summary>Parameters of the HTTP interface as options, and back.</summary>
internal sealed class ParameterOptions
{
    private readonly IReadOnlyList<(Parameter Parameter, Option<string[]> Option)> _options;

    /// <param name="parameters">The query is none of the options: commands take it as their arguments.</param>
    public ParameterOptions(IEnumerable<Parameter> parameters) => _options =
    [
        .. parameters
            .Where(parameter => parameter.Name != SearchParameters.Query.Name)
            .Select(parameter => (parameter, OptionOf(parameter))),
    ];

    public void AddTo(Command command)
    {
        foreach (var (_, option) in _options)
        {
            command.Add(option);
        }
    }

    /// <summary>Names and values as the HTTP interface has them.</summary>
    /// <param name="queries">Beside the options.</param>
    public IEnumerable<KeyValuePair<string, string?>> Read(ParseResult arguments, params IEnumerable<string> queries) =>
    [
        .. queries.Select(query => KeyValuePair.Create<string, string?>(SearchParameters.Query.Name, query)),
        .. _options.SelectMany(entry => (arguments.GetValue(entry.Option) ?? [])
            .Select(value => KeyValuePair.Create<string, string?>(entry.Parameter.Name, value))),
    ];

    /// <summary>What is wrong, by the names of options.</summary>
    public static string Describe(RequestFault fault)
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
}
