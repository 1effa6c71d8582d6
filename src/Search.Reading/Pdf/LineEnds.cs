using System.Collections.Frozen;
using Search.Reading.Text;

namespace Search.Reading.Pdf;

/// <summary>
/// Joins lines to a text. A hyphen at a line's end is the word's own or the line's: the document itself tells where it has the word a
/// second time; else words that begin so are told by lineEnds.txt; else it is the line's.
/// </summary>
internal sealed class LineEnds
{
    private const char SoftHyphen = '\u00AD';
    private static readonly FrozenSet<string> s_kept = EmbeddedTable.Rows("Pdf.lineEnds.txt")
        .SelectMany(row => row[(row.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split('|')).ToFrozenSet(StringComparer.Ordinal);

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="lines">All of the document's, for the words that it has inside lines.</param>
    public LineEnds(IEnumerable<PdfLine> lines)
    {
        foreach (var line in lines)
        {
            var words = line.Text.Split(' ');
            _words.UnionWith(words.Where((word, index) => index < words.Length - 1 || !IsHyphen(word[^1..]))
                .Select(word => word.Trim([.. "\"'“”‘’«».,;:!?()[]"])));
        }
    }

    public string Join(string before, string after)
    {
        if (before.Length == 0 || after.Length == 0 || !IsHyphen(before[^1..]))
        {
            return before.Length == 0 || after.Length == 0 || !HasNoBlanks(before[^1], after[0])
                ? $"{before} {after}".Trim() : before + after;
        }

        var (first, second) = (LastWord(before[..^1]), FirstWord(after));
        return before[^1] == SoftHyphen ? before[..^1] + after
            : first.Length == 0 ? $"{before} {after}"
            : IsTheLines(first, second) ? before[..^1] + after
            : before + after;
    }

    private bool IsTheLines(string first, string second) =>
        second.Length > 0 && char.IsLower(second[0]) && char.IsLetter(first[^1]) && !first.Contains('-', StringComparison.Ordinal)
        && !_words.Contains($"{first}-{second}")
        && (_words.Contains(first + second) || !s_kept.Contains(first.ToLowerInvariant()));

    private static bool IsHyphen(string last) => last is "-" or "\u2010" or "\u00AD";

    /// <summary>Scripts that put no blanks between words.</summary>
    private static bool HasNoBlanks(char last, char next) => IsIdeograph(last) && IsIdeograph(next);

    private static bool IsIdeograph(char character) =>
        Scripts.Of(character) is Script.Han or Script.Kana or Script.Thai
        || character is >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFF60';

    private static string LastWord(string text) => text[(text.LastIndexOf(' ') + 1)..].TrimStart([.. "\"'“‘«(["]);

    private static string FirstWord(string text)
    {
        var end = 0;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '-'))
        {
            end++;
        }

        return text[..end];
    }
}
