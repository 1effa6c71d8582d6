namespace Search.Reading.Text;

/// <summary>Regular expressions that have words of a language in them, by name, from a table beside the code.</summary>
/// <param name="table">
/// A file of this project: a name, a blank and an expression a line; <c>{name}</c> in it stands for an earlier row's expression.
/// </param>
internal sealed class PatternTable(string table)
{
    private readonly Dictionary<string, string> _expressions = Load(table);

    public IEnumerable<string> Names => _expressions.Keys;

    /// <exception cref="KeyNotFoundException">The table has no row of the name.</exception>
    public BoundedPattern this[string name] => new(_expressions[name]);

    private static Dictionary<string, string> Load(string table)
    {
        var expressions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Rows(table))
        {
            var blank = row.IndexOf(' ', StringComparison.Ordinal);
            expressions.Add(row[..blank], Insert(row[(blank + 1)..], expressions));
        }

        return expressions;
    }

    /// <summary>Names are in lower case: <c>{2,12}</c> and <c>\p{Lu}</c> are the expression's own.</summary>
    private static string Insert(string expression, Dictionary<string, string> expressions)
    {
        foreach (var (name, earlier) in expressions)
        {
            expression = expression.Replace($"{{{name}}}", earlier, StringComparison.Ordinal);
        }

        return expression;
    }
}
