using System.Globalization;
using System.Text.RegularExpressions;
using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Testing;

/// <param name="Query">As a user writes it.</param>
/// <param name="MatchAny">Its words are optional.</param>
/// <param name="Expected">The source's ids of all statements of the block that it finds, sorted, separated by spaces.</param>
public sealed record QueryRow(string Query, bool MatchAny, string Expected);

/// <summary>Statements, and queries with what each finds of them.</summary>
/// <param name="Name">The block's heading.</param>
public sealed record QueryBlock(string Name, IReadOnlyList<Statement> Statements, IReadOnlyList<QueryRow> Rows)
{
    /// <summary>What keeps blocks apart in one archive: no two have a source in common.</summary>
    public SearchFilters Filters => new()
    {
        Source = new FacetFilter([.. Statements.Select(statement => statement.Source).Distinct()], []),
    };
}

/// <summary>
/// The case files of queries. <c>Cases/queries.txt</c>, whose head says how they are written, is the meaning of the query
/// language; <c>Cases/reference.txt</c> has a block for each row of the reference that users read.
/// </summary>
public static partial class QueryCases
{
    /// <summary>What relative dates count from.</summary>
    public static DateOnly Today { get; } = new(2030, 5, 17);

    public static IReadOnlyList<QueryBlock> Language { get; } = Read("queries");

    public static IReadOnlyList<QueryBlock> Reference { get; } = Read("reference");

    private static List<QueryBlock> Read(string name)
    {
        using var stream = typeof(QueryCases).Assembly.GetManifestResourceStream($"Search.Testing.Cases.{name}.txt")!;
        using var reader = new StreamReader(stream);
        var blocks = new List<QueryBlock>();
        var (statements, rows) = (new List<Statement>(), new List<QueryRow>());
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                (statements, rows) = ([], []);
                blocks.Add(new QueryBlock(line[3..], statements, rows));
            }
            else if (line.StartsWith('['))
            {
                statements.Add(StatementOf(line, $"Block {blocks.Count} of {name}"));
            }
            else if (line.Length > 0 && !line.StartsWith("##", StringComparison.Ordinal))
            {
                rows.Add(RowOf(line) ?? throw new FormatException($"{name}.txt({number}): no arrow in {line}"));
            }
        }

        return blocks;
    }

    private static QueryRow? RowOf(string line)
    {
        const string Any = "any: ";
        var arrow = line.IndexOf('⇶', StringComparison.Ordinal);
        var query = arrow < 0 ? string.Empty : line[..arrow].TrimEnd(' ');
        var matchAny = query.StartsWith(Any, StringComparison.Ordinal);
        return arrow < 0
            ? null
            : new(
                CaseText.Expand(matchAny ? query[Any.Length..] : query),
                matchAny,
                Sorted(line[(arrow + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)));
    }

    /// <summary>Ids as rows name them.</summary>
    public static string Sorted(IEnumerable<string?> ids) => string.Join(' ', ids.Order(StringComparer.Ordinal));

    private static Statement StatementOf(string line, string source)
    {
        var parts = Document().Match(line);
        if (!parts.Success)
        {
            throw new FormatException($"No document: {line}");
        }

        var statement = new StatementBuilder(parts.Groups[1].Value.Trim()) { Source = source, Body = Text(parts.Groups[3].Value) };
        foreach (var attribute in parts.Groups[2].Captures.Select(capture => capture.Value.Split(": ", 2, StringSplitOptions.TrimEntries)))
        {
            statement = With(statement, attribute[0], attribute[1]);
        }

        return statement.Build();
    }

    private static StatementBuilder With(StatementBuilder statement, string name, string value) => name switch
    {
        "title" => statement with { Title = Text(value) },
        "issued" => statement with
        {
            Issued = value == "none" ? null : DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        },
        "issuer" => statement with { Issuer = value },
        "printed" => statement with { IssuerPrinted = value },
        "source" => statement with { Source = value },
        "kind" => StatementKinds.TryParse(value, out var kind)
            ? statement with { Kind = kind }
            : throw new FormatException($"No kind: {value}"),
        "language" => statement with { Language = value == "none" ? null : value },
        "countries" => statement with { Countries = value },
        _ => throw new FormatException($"No attribute: {name}"),
    };

    /// <summary>Normalised, as all text is that enters an archive.</summary>
    private static string Text(string cell) => TextNormalizer.Normalize(CaseText.Expand(cell).Replace('⏎', '\n'));

    [GeneratedRegex(@"^\[([^|\]]+)(?:\|([^|\]]+))*\] (.*)$")]
    private static partial Regex Document();
}
