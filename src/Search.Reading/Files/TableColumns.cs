namespace Search.Reading.Files;

/// <summary>Which column of a table is which field, as a person says it: <c>title=Headline,text=Body</c>.</summary>
public sealed record TableColumns
{
    public static TableColumns None { get; } = new();

    /// <summary>Fields of the schema and the columns that hold them, as they were written.</summary>
    public IReadOnlyList<(string Field, string Column)> Pairs { get; private init; } = [];

    /// <summary>False with the mistake in words. Whether the schema has such fields is seen when a table is read.</summary>
    public static bool TryParse(IEnumerable<string> texts, out TableColumns columns, out string error)
    {
        var pairs = new List<(string Field, string Column)>();
        (columns, error) = (None, string.Empty);
        foreach (var text in texts.SelectMany(text => text.Split(',')))
        {
            var sign = text.IndexOf('=', StringComparison.Ordinal);
            var (field, column) = sign < 0 ? (text.Trim(), string.Empty) : (text[..sign].Trim(), text[(sign + 1)..].Trim());
            if (field.Length == 0 || column.Length == 0)
            {
                error = $"\"{text}\" is not of the form field=column.";
                return false;
            }

            pairs.Add((field, column));
        }

        columns = new TableColumns { Pairs = pairs };
        return true;
    }
}
