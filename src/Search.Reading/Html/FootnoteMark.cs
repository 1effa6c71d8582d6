using System.Buffers;
using Search.Reading.Text;

namespace Search.Reading.Html;

/// <summary>Tells a footnote's mark (team¹, spring.[2]) from what is raised for other reasons (m², 10⁶, 1st, Mme).</summary>
internal static class FootnoteMark
{
    private const int Longest = 8;
    private static readonly SearchValues<char> s_signs = SearchValues.Create("*†‡§¶#");

    private static readonly HashSet<string> s_units =
        new(EmbeddedTable.Rows("Html.units.txt").SelectMany(row => row.Split(' ').Skip(1)), StringComparer.Ordinal);

    /// <param name="before">The text up to the raised mark.</param>
    /// <param name="raised">The mark.</param>
    /// <param name="isLink">It leads to a place on the page.</param>
    public static bool IsRaised(ReadOnlySpan<char> before, ReadOnlySpan<char> raised, bool isLink)
    {
        var mark = Bare(raised);
        return !before.IsWhiteSpace() && mark.Length <= Longest
            && (isLink || ((IsNumber(mark) || mark.IndexOfAnyExcept(s_signs) < 0) && !IsRaisedTo(before)));
    }

    /// <summary>A link to a place on the page that shows a number in brackets, a sign or an arrow: no word of the text.</summary>
    public static bool IsLink(ReadOnlySpan<char> before, ReadOnlySpan<char> text)
    {
        var trimmed = text.Trim();
        var mark = Bare(trimmed);
        return !before.IsWhiteSpace() && mark.Length <= Longest
            && ((IsNumber(mark) && (mark.Length < trimmed.Length || !char.IsWhiteSpace(before[^1]))) || !HasLetters(mark));
    }

    public static bool IsOnPage(string? href) => href is ['#', _, ..];

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> mark) => mark.Trim().Trim("[]()");

    private static bool IsNumber(ReadOnlySpan<char> mark) => mark.Length is > 0 and <= 3 && mark.IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool HasLetters(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A number, a letter or a unit, of which what is raised is the exponent; a year has none.</summary>
    private static bool IsRaisedTo(ReadOnlySpan<char> before)
    {
        var start = before.Length;
        while (start > 0 && char.IsLetterOrDigit(before[start - 1]))
        {
            start--;
        }

        var word = before[start..];
        return word.Length == 1 || (!word.IsEmpty && word.IndexOfAnyExceptInRange('0', '9') < 0 && word.Length != 4)
            || s_units.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }
}
