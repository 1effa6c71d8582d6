using Search.Reading.Files;

namespace Search.Reading.Records;

/// <summary>The first row of a table: what separates its fields, and which of them are the schema's.</summary>
/// <param name="Names">As they are written.</param>
/// <param name="Fields">A field for each column; <see cref="JsonLineKey.Unknown"/> for those that are passed over.</param>
internal sealed record TableHeader(char Delimiter, IReadOnlyList<string> Names, IReadOnlyList<JsonLineKey> Fields)
{
    /// <summary>A file that is not called a table is one when its first line names so many fields, the text among them.</summary>
    private const int FewestFields = 3;
    private const string Delimiters = ",;\t|";

    public bool HasText => Fields.Contains(JsonLineKey.Text);

    private int Known => Fields.Count(key => key != JsonLineKey.Unknown);

    /// <summary>Which column was read as what.</summary>
    public string Explanation
    {
        get
        {
            var read = Names.Zip(Fields).Where(pair => pair.Second != JsonLineKey.Unknown)
                .Select(pair => $"{pair.Second.ToString().ToLowerInvariant()} = {pair.First}");
            var unread = Names.Zip(Fields).Where(pair => pair.Second == JsonLineKey.Unknown).Select(pair => pair.First).ToList();
            return $"Columns: {string.Join(", ", read)}" + (unread.Count > 0 ? $"; not read: {string.Join(", ", unread)}" : string.Empty);
        }
    }

    /// <summary>The separator is the one by which most fields are known.</summary>
    public static TableHeader Read(string line, TableColumns columns) =>
        Delimiters.Select(delimiter => Of(TableFields.Split(line, delimiter, isLiteral: false), delimiter, columns))
            .MaxBy(header => (header.Known, header.Names.Count))!;

    /// <summary>Asked of every text page, so it costs little and does not touch the parser: names of columns hold no separators.</summary>
    public static bool IsTable(string line, TableColumns columns) => Delimiters.Any(delimiter =>
        line.Contains(delimiter, StringComparison.Ordinal)
        && Of(line.Split(delimiter).Select(name => name.Trim().Trim('"')), delimiter, columns)
            is { HasText: true, Known: >= FewestFields });

    private static TableHeader Of(IEnumerable<string> written, char delimiter, TableColumns columns)
    {
        var names = written.Select(name => name.Trim()).ToList();
        var given = columns.Pairs.ToLookup(pair => FieldNames.Key(pair.Column), pair => FieldNames.Find(pair.Field));
        var taken = columns.Pairs.Select(pair => FieldNames.Find(pair.Field)).ToHashSet();
        var fields = new List<JsonLineKey>(names.Count);
        foreach (var name in names)
        {
            // A field that a person has given a column has no other; of two columns of one name the first counts.
            var field = given[FieldNames.Key(name)].FirstOrDefault();
            var found = field != JsonLineKey.Unknown ? field
                : FieldNames.Find(name) is var known && !taken.Contains(known) ? known
                : JsonLineKey.Unknown;
            fields.Add(fields.Contains(found) ? JsonLineKey.Unknown : found);
        }

        return new TableHeader(delimiter, names, fields);
    }
}
