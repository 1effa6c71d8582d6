using System.Buffers;
using Search.Reading.Text;

namespace Search.Reading.Pages;

internal enum LabelKind
{
    Other,
    Date,
    Source,
    Author,
    Issuer,

    /// <summary>When the page was last changed.</summary>
    Updated,
}

/// <summary>A label and its value as pages print them beside a statement: Date: 13/09/2024 | Source: …</summary>
internal sealed record PageLabel(LabelKind Kind, string Value);

/// <summary>Reads lines of labels. What the labels are called is data: labels.txt.</summary>
internal static class PageLabels
{
    private const int LongestLabel = 40;
    private const int LongestLine = 300;
    private static readonly Dictionary<string, LabelKind> s_kinds = Load();
    private static readonly SearchValues<string> s_updates = SearchValues.Create(
        [.. EmbeddedTable.Rows("Pages.labels.txt").Where(line => line.StartsWith("updated ", StringComparison.Ordinal))
            .SelectMany(line => line[8..].Split('|'))],
        StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> s_kindNames =
        new(EmbeddedTable.Rows("Pages.kindNames.txt").SelectMany(row => row[(row.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('|')),
            StringComparer.OrdinalIgnoreCase);

    /// <summary>What a site calls a kind of text or the section that has them, and nothing else: no title.</summary>
    public static bool IsKindAlone(string text) => text.Length <= LongestLabel && s_kindNames.Contains(text.Trim(' ', ':', '.', '\u00A0'));

    public static IEnumerable<PageLabel> Read(string line)
    {
        foreach (var part in line.Split('|', '•', '·'))
        {
            var colon = part.AsSpan().IndexOfAny(':', '：');
            if (colon > 0 && colon <= LongestLabel && s_kinds.TryGetValue(part[..colon].Trim().ToLowerInvariant(), out var kind)
                && part[(colon + 1)..].Trim() is { Length: > 0 } value)
            {
                yield return new PageLabel(kind, value);
            }
        }
    }

    /// <summary>A label alone, whose value stands in the next block.</summary>
    public static LabelKind? KindOf(string text) =>
        text.Length <= LongestLabel && s_kinds.TryGetValue(text.TrimEnd(':', '：', ' ').ToLowerInvariant(), out var kind) ? kind : null;

    /// <summary>A line of labels, of steps (a › b › c) or of choices (a | b | c), whatever they are called.</summary>
    public static bool IsLabelLine(string line)
    {
        if (line.Length > LongestLine)
        {
            return false;
        }

        var separators = line.AsSpan().CountAny('|', '›', '»') + (line.Contains(">>", StringComparison.Ordinal) ? 2 : 0);
        return separators > 1 && !line.Contains('«', StringComparison.Ordinal) || Read(line).Any();
    }

    /// <summary>A line that tells when a page was last changed, not when it was issued.</summary>
    public static bool IsOfUpdate(string line) => line.AsSpan().ContainsAny(s_updates);

    /// <summary>A notice of rights: the sign, not the sentence, tells.</summary>
    public static bool IsRights(string line) =>
        line.Length <= LongestLine
        && (line.Contains('©', StringComparison.Ordinal) || line.Contains("(c) ", StringComparison.OrdinalIgnoreCase))
        && !line.Contains(';', StringComparison.Ordinal);

    private static Dictionary<string, LabelKind> Load()
    {
        var kinds = new Dictionary<string, LabelKind>(StringComparer.Ordinal);
        foreach (var line in EmbeddedTable.Rows("Pages.labels.txt"))
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            foreach (var name in line[(blank + 1)..].Split('|'))
            {
                kinds.TryAdd(name, Enum.Parse<LabelKind>(line[..blank], ignoreCase: true));
            }
        }

        return kinds;
    }
}
