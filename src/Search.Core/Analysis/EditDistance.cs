namespace Search.Core.Analysis;

/// <summary>How far apart two words are, by the slips of a hand that types.</summary>
public static class EditDistance
{
    /// <summary>
    /// Characters inserted, removed, replaced, or swapped with a neighbour (the optimal string alignment distance), in UTF-16
    /// units; Elasticsearch's fuzzy terms count alike.
    /// </summary>
    /// <returns>A number above <paramref name="limit"/> when it is more than that.</returns>
    public static int Between(ReadOnlySpan<char> one, ReadOnlySpan<char> other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) > limit)
        {
            return limit + 1;
        }

        var width = other.Length + 1;
        var rows = width <= 64 ? stackalloc int[3 * width] : new int[3 * width];
        var before = rows[..width];
        var previous = rows.Slice(width, width);
        var current = rows[(2 * width)..];
        for (var column = 0; column < width; column++)
        {
            previous[column] = column;
        }

        for (var line = 1; line <= one.Length; line++)
        {
            current[0] = line;
            var least = line;
            for (var column = 1; column < width; column++)
            {
                var edits = Math.Min(
                    Math.Min(previous[column], current[column - 1]) + 1,
                    previous[column - 1] + (one[line - 1] == other[column - 1] ? 0 : 1));
                if (line > 1 && column > 1 && one[line - 1] == other[column - 2] && one[line - 2] == other[column - 1])
                {
                    edits = Math.Min(edits, before[column - 2] + 1);
                }

                current[column] = edits;
                least = Math.Min(least, edits);
            }

            // A swap reaches back two rows: only when both are over the limit can nothing below come under it.
            if (least > limit && Least(previous) > limit)
            {
                return limit + 1;
            }

            var free = before;
            before = previous;
            previous = current;
            current = free;
        }

        return previous[^1];
    }

    /// <summary>
    /// The candidate that somebody may have meant, whatever the case: the one with the fewest edits, at most a third of the
    /// letters and two; null when none is so near.
    /// </summary>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        var folded = word.ToLowerInvariant();
        string? best = null;
        var limit = Math.Min(2, (word.Length + 1) / 3);
        foreach (var candidate in candidates)
        {
            if (limit >= 0 && Between(folded, candidate.ToLowerInvariant(), limit) is var edits && edits <= limit)
            {
                (best, limit) = (candidate, edits - 1);
            }
        }

        return best;
    }

    private static int Least(ReadOnlySpan<int> row)
    {
        var least = row[0];
        foreach (var edits in row)
        {
            least = Math.Min(least, edits);
        }

        return least;
    }
}
