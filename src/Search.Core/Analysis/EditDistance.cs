namespace Search.Core.Analysis;

/// <summary>How far apart two words are.</summary>
public static class EditDistance
{
    /// <summary>The Levenshtein distance in UTF-16 units: characters inserted, removed or replaced.</summary>
    /// <returns>A number above <paramref name="limit"/> when it is more than that.</returns>
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) > limit)
        {
            return limit + 1;
        }

        Span<int> row = other.Length < 128 ? stackalloc int[other.Length + 1] : new int[other.Length + 1];
        for (var column = 0; column < row.Length; column++)
        {
            row[column] = column;
        }

        for (var line = 1; line <= one.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            var least = line;
            for (var column = 1; column <= other.Length; column++)
            {
                var edits = Math.Min(
                    Math.Min(row[column], row[column - 1]) + 1, diagonal + (one[line - 1] == other[column - 1] ? 0 : 1));
                diagonal = row[column];
                row[column] = edits;
                least = Math.Min(least, edits);
            }

            if (least > limit)
            {
                return limit + 1;
            }
        }

        return row[^1];
    }
}
