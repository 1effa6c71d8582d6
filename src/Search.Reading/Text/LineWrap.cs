namespace Search.Reading.Text;

/// <summary>
/// Tells lines that a program broke at a width from those that an author ended. A program breaks where the next word does not fit;
/// an author ends lines anywhere. No language is needed for that, and no full stop.
/// </summary>
internal sealed class LineWrap
{
    private const int Narrowest = 28;
    private const int Widest = 140;
    private const int FewestPairs = 3;
    private const int ShortestContinued = 20;

    /// <summary>Of the width in percent: proportional letters and a typist's habits leave lines somewhat short of it.</summary>
    private const int Slack = 90;
    private readonly int _width;

    private LineWrap(int width) => _width = width;

    /// <summary>No line says where its neighbours were broken.</summary>
    public static LineWrap None { get; } = new(0);

    public bool IsFound => _width > 0;

    /// <param name="pairs">Lines that stand directly below one another, of one text.</param>
    public static LineWrap Of(IEnumerable<(TextualLine Upper, TextualLine Lower)> pairs) =>
        Measure([.. pairs.Where(pair => !OpensParagraph(pair.Upper, pair.Lower))]);

    private static LineWrap Measure(List<(TextualLine Upper, TextualLine Lower)> pairs)
    {
        if (pairs.Count < FewestPairs)
        {
            return None;
        }

        // A few lines may be longer than the width: addresses, headings.
        var widths = pairs.ConvertAll(pair => pair.Upper.Width);
        widths.Sort();
        var width = widths[^(1 + (widths.Count / 10))];
        var found = new LineWrap(width);
        var full = pairs.Count(pair => found.IsFull(pair.Upper, pair.Lower));
        var within = pairs.Count(pair => !Prose.EndsLikeSentence(pair.Upper.Text));
        return width is >= Narrowest and <= Widest && full * 4 >= pairs.Count * 3 && within * 2 >= pairs.Count ? found : None;
    }

    /// <summary>Whether the lower line goes on with the sentence or the paragraph of the upper.</summary>
    public bool Joins(TextualLine upper, TextualLine lower) =>
        !OpensParagraph(upper, lower) && !IsPoint(lower.Text) && (Continues(upper.Text, lower.Text) || (IsFound && IsFull(upper, lower)));

    /// <summary>Two lines as one text: scripts without blanks between words get none.</summary>
    public static string Joint(string upper, string lower) =>
        upper.EndsWith('-') && upper.Length > 1 && char.IsLetter(upper[^2]) && char.IsLower(lower[0]) ? string.Empty
        : IsUnspaced(upper[^1]) && IsUnspaced(lower[0]) ? string.Empty
        : " ";

    /// <summary>An item of a list: its mark, then a blank.</summary>
    public static bool IsPoint(string text)
    {
        var blank = text.AsSpan().IndexOfAny(' ', '\t', '\u00A0');
        var mark = blank is > 0 and <= 5 ? text.AsSpan(0, blank) : [];
        return mark is ['-' or '•' or '*' or '–' or '—' or '▪' or '·' or 'o'] || IsNumber(mark);
    }

    private static bool IsNumber(ReadOnlySpan<char> mark) =>
        mark.Length > 1 && mark[^1] is '.' or ')' && IsNumeral(mark[..^1].Trim("("));

    private static bool IsNumeral(ReadOnlySpan<char> number) =>
        number.Length is > 0 and <= 3
        && (number.IndexOfAnyExceptInRange('0', '9') < 0 || (number.Length == 1 && char.IsLower(number[0])));

    /// <summary>An indent opens a paragraph, but for the lines below a list's mark.</summary>
    private static bool OpensParagraph(TextualLine upper, TextualLine lower) => lower.Indent > upper.Indent && !IsPoint(upper.Text);

    private bool IsFull(TextualLine upper, TextualLine lower) =>
        (upper.Width + 1 + FirstWord(lower.Text)) * 100 > _width * Slack;

    /// <summary>A small letter in the middle of a sentence begins no paragraph.</summary>
    private static bool Continues(string upper, string lower) =>
        upper.Length >= ShortestContinued && char.IsLower(lower[0]) && !Prose.EndsLikeSentence(upper);

    private static int FirstWord(string text)
    {
        if (IsUnspaced(text[0]))
        {
            return 1;
        }

        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        return blank < 0 ? text.Length : blank;
    }

    private static bool IsUnspaced(char character) =>
        Scripts.Of(character) is Script.Han or Script.Kana or Script.Thai
        || character is (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFF65');
}
