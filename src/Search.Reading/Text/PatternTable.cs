using System.Text.RegularExpressions;

namespace Search.Reading.Text;

/// <summary>Regular expressions that have words of a language in them, by name, from a table beside the code.</summary>
/// <param name="table">
/// A file of this project: a name, a blank and an expression a line; <c>{name}</c> in it stands for an earlier row's expression.
/// </param>
internal sealed partial class PatternTable(string table)
{
    /// <summary>Far above what any text takes: the last line of defence.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, string> _expressions = Load(table);

    /// <remarks>Interpreted: a compiled one is translated inside its first match, which on a busy machine outlasts any patience.</remarks>
    /// <exception cref="KeyNotFoundException">The table has no row of the name.</exception>
    public Regex this[string name] => new(_expressions[name], RegexOptions.CultureInvariant, s_patience);

    private static Dictionary<string, string> Load(string table)
    {
        var expressions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Rows(table))
        {
            var blank = row.IndexOf(' ', StringComparison.Ordinal);
            expressions.Add(row[..blank], Reference().Replace(row[(blank + 1)..], match => expressions[match.Groups["name"].Value]));
        }

        return expressions;
    }

    /// <summary>In lower case: <c>{2,12}</c> and <c>\p{Lu}</c> are the expression's own.</summary>
    [GeneratedRegex(@"\{(?<name>[a-z]+)\}", RegexOptions.None, 1000)]
    private static partial Regex Reference();
}
