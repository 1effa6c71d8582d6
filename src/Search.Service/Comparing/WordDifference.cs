using System.Text.RegularExpressions;

namespace Search.Service.Comparing;

public enum ChangeKind
{
    Equal,
    Deleted,
    Inserted,
}

/// <summary>A stretch of text that two versions share, or that only the earlier (deleted) or the later (inserted) has.</summary>
public sealed record Change(ChangeKind Kind, string Text);

/// <summary>
/// Word-level differences of two texts by Myers' algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986),
/// after what both begin and end with is set aside.
/// </summary>
public static partial class WordDifference
{
    /// <summary>Texts further apart are shown as one whole replaced by the other: nobody reads a thousand scattered edits.</summary>
    private const int MaxEdits = 1000;

    /// <returns>
    /// Changes in reading order; the texts of all but the inserted ones are the earlier text, of all but the deleted ones the later.
    /// </returns>
    public static IReadOnlyList<Change> Between(string earlier, string later)
    {
        var left = Words(earlier);
        var right = Words(later);
        var prefix = 0;
        while (prefix < left.Length && prefix < right.Length && left[prefix] == right[prefix])
        {
            prefix++;
        }

        var suffix = 0;
        while (suffix < Math.Min(left.Length, right.Length) - prefix && left[^(suffix + 1)] == right[^(suffix + 1)])
        {
            suffix++;
        }

        return Join(
        [
            .. left[..prefix].Select(word => new Change(ChangeKind.Equal, word)),
            .. Middle(left[prefix..^suffix], right[prefix..^suffix]),
            .. left[^suffix..].Select(word => new Change(ChangeKind.Equal, word)),
        ]);
    }

    private static List<Change> Middle(string[] left, string[] right)
    {
        var trace = Search(left, right);
        if (trace is null)
        {
            return [new Change(ChangeKind.Deleted, string.Concat(left)), new Change(ChangeKind.Inserted, string.Concat(right))];
        }

        List<Change> changes = [];
        var (x, y) = (left.Length, right.Length);
        for (var edits = trace.Count - 1; edits >= 0; edits--)
        {
            var furthest = trace[edits];
            var diagonal = x - y;
            var down = diagonal == -edits || (diagonal != edits && At(furthest, edits, diagonal - 1) < At(furthest, edits, diagonal + 1));
            var before = down ? diagonal + 1 : diagonal - 1;
            var startX = edits == 0 ? 0 : At(furthest, edits, before);
            var startY = edits == 0 ? 0 : startX - before;
            while (x > startX && y > startY)
            {
                changes.Add(new Change(ChangeKind.Equal, left[--x]));
                y--;
            }

            if (edits > 0)
            {
                changes.Add(down ? new Change(ChangeKind.Inserted, right[--y]) : new Change(ChangeKind.Deleted, left[--x]));
            }
        }

        changes.Reverse();
        return changes;
    }

    /// <summary>The furthest points before each number of edits, up to the number that suffices; null past the limit.</summary>
    private static List<int[]>? Search(string[] left, string[] right)
    {
        List<int[]> trace = [];
        int[] furthest = [0, 0, 0];
        for (var edits = 0; edits <= Math.Min(MaxEdits, left.Length + right.Length); edits++)
        {
            trace.Add(furthest);
            var next = new int[(2 * edits) + 5];
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var down = diagonal == -edits
                    || (diagonal != edits && At(furthest, edits, diagonal - 1) < At(furthest, edits, diagonal + 1));
                var x = edits == 0 ? 0 : down ? At(furthest, edits, diagonal + 1) : At(furthest, edits, diagonal - 1) + 1;
                var y = x - diagonal;
                while (x < left.Length && y < right.Length && left[x] == right[y])
                {
                    x++;
                    y++;
                }

                next[diagonal + edits + 2] = x;
                if (x >= left.Length && y >= right.Length)
                {
                    return trace;
                }
            }

            furthest = next;
        }

        return null;
    }

    /// <summary>A row made for <paramref name="edits"/> - 1 edits holds the diagonals from -edits - 1 to edits + 1.</summary>
    private static int At(int[] furthest, int edits, int diagonal) => furthest[diagonal + edits + 1];

    private static IReadOnlyList<Change> Join(IEnumerable<Change> changes)
    {
        var joiner = new ChangeJoiner();
        foreach (var change in changes)
        {
            joiner.Add(change);
        }

        return joiner.Finish();
    }

    private static string[] Words(string text) => [.. Word().Matches(text).Select(match => match.Value)];

    /// <summary>A word, the white space after it apart, or any other character by itself.</summary>
    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|\s+|.", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Word();
}
