using System.Text;
using Search.Queries;

namespace Search.Testing.Generation;

/// <summary>
/// Random texts of at most <see cref="QueryLimits.MaxLength"/> units that a parser of queries has to bear: syntax in no
/// order, a piece of it many times over, any characters at all, and queries with a little of them changed.
/// </summary>
public sealed class QueryNoise(Random random)
{
    private static readonly string[] s_fragments =
    [
        "\"", "“", "”", "„", "«", "»", "「", "」", "(", ")", "（", "）", "-", "−", "–",
        "－", " ", " ", " ", " ", "OR", "AND", "NOT", "NEAR/5", "NEAR/", "BEFORE/2",
        "near/99", "title:", "issuer:", "country:", "source:", "date:", "after:",
        "before:", "kind:", "language:", "id:", "contry:", "foo:", "title：", "none",
        "*", "＊", "|", "｜", "~5", "~", "～", "=", "＝", "\\", "..", "2024", "2024-09",
        "-30d", "Japan", "JP", "nuclear", "test", "nuc*", "nu", "a", "é", "e\u0301",
        "\u00AD", "\u200B", "\u200D", "\u200F", "\u202E", "\u00A0", "\u3000", "\uFEFF",
        "\r\n", "\n", "\0", "\u001B", "\u007F", "\u0091", "\uD83D", "\uDD4A", "\uFFFF",
        "\U0001F54A", "김", "\u1100", "\u1161", "中", "'", "’", "&", "/", ".", ":",
        "：", "\t", "$", "+", "12\"", "(a|b)", "\"strongly * the\"", "U.S.", "C++",
    ];

    /// <summary>Half of them short, as people type; the others up to the limit.</summary>
    public string Next()
    {
        var length = random.Next(2) == 0 ? random.Next(40) : random.Next(QueryLimits.MaxLength + 1);
        var text = random.Next(8) switch
        {
            0 => Repeated(length),
            1 => Characters(length),
            2 => Changed(Fragments(length)),
            _ => Fragments(length),
        };
        return text.Length > length ? text[..length] : text;
    }

    private string Fragments(int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(random.Next(8) == 0 ? $"{Character()}" : Pick());
        }

        return text.ToString();
    }

    private string Repeated(int length)
    {
        var piece = string.Concat(Enumerable.Range(0, random.Next(1, 5)).Select(_ => Pick()));
        return string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1));
    }

    private string Characters(int length) => string.Create(length, this, static (span, noise) =>
    {
        foreach (ref var character in span)
        {
            character = noise.Character();
        }
    });

    /// <summary>A query that can be read, its own repair if need be, with one to three pieces put in or cut out.</summary>
    private string Changed(string text)
    {
        var changed = new StringBuilder(QueryParser.TryParse(text, out var node, out var error) ? node.ToString() : error.Repaired);
        for (var edits = random.Next(1, 4); edits > 0; edits--)
        {
            var place = random.Next(changed.Length + 1);
            if (random.Next(2) == 0)
            {
                changed.Insert(place, Pick());
            }
            else
            {
                changed.Remove(place, Math.Min(random.Next(4), changed.Length - place));
            }
        }

        return changed.ToString();
    }

    /// <summary>Of all that a string may hold, halves of surrogate pairs too; mostly of Latin script.</summary>
    private char Character() => (char)random.Next(random.Next(3) == 0 ? char.MaxValue + 1 : 0x180);

    private string Pick() => s_fragments[random.Next(s_fragments.Length)];
}
