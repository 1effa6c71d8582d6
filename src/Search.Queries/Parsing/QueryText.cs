using System.Text;
using Search.Core.Analysis;

namespace Search.Queries;

/// <summary>A user's text as the parser sees it, normalised, with the way back to places in the user's own.</summary>
internal sealed class QueryText
{
    // For each unit of the normalised text, and its end, the unit of the original it comes from; null: the same.
    private readonly int[]? _origins;

    private QueryText(string text, int[]? origins)
    {
        Text = text;
        _origins = origins;
    }

    public string Text { get; }

    public static QueryText Of(string original)
    {
        var normalised = TextNormalizer.Normalize(original);
        return normalised == original ? new(original, null) : Mapped(original, normalised);
    }

    public int ToOriginal(int position) => _origins is null ? position : _origins[position];

    /// <summary>
    /// Piece by piece: a character that never joins the one before it can be normalised apart from it, so a place is known
    /// to within such a piece.
    /// </summary>
    private static QueryText Mapped(string original, string normalised)
    {
        var text = new StringBuilder(original.Length);
        var origins = new List<int>(original.Length + 1);
        for (var start = 0; start < original.Length;)
        {
            var end = start + 1;
            while (end < original.Length && (!StandsAlone(original[end]) || original[end - 1] is '\u200C' or '\u200D'))
            {
                end++;
            }

            var piece = TextNormalizer.Normalize(original[start..end]);
            for (var offset = 0; offset < piece.Length; offset++)
            {
                origins.Add(Math.Min(start + offset, end - 1));
            }

            text.Append(piece);
            start = end;
        }

        origins.Add(original.Length);

        // Should the pieces not add up to the whole, a place a little off is better than another text.
        return new(
            normalised,
            text.Equals(normalised)
                ? [.. origins]
                : [.. Enumerable.Range(0, normalised.Length + 1).Select(place => Math.Min(place, original.Length))]);
    }

    /// <summary>
    /// Characters of these blocks begin a new piece: none of them ever combines with what precedes it. (A line feed does, with a
    /// carriage return.)
    /// </summary>
    private static bool StandsAlone(char character) => character
        is (< '\u0300' and not '\n')
        or (>= '\u0370' and < '\u0483')
        or (>= '\u2010' and <= '\u2027')
        or (>= '\u3000' and <= '\u3029')
        or (>= '\u4E00' and <= '\u9FFF')
        or (>= '\uAC00' and <= '\uD7A3')
        or (>= '\uFF00' and <= '\uFF5E');
}
