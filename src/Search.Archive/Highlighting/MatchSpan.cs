namespace Search.Archive.Highlighting;

/// <summary>A stretch of text that a part of the query matched.</summary>
/// <param name="Start">UTF-16 units.</param>
/// <param name="End">The first unit after it.</param>
/// <param name="Term">Which part: equal parts of a query have one number.</param>
internal readonly record struct MatchSpan(int Start, int End, int Term)
{
    /// <summary>Sorts by place; at one place the longer first.</summary>
    public static int ByPlace(MatchSpan one, MatchSpan other) =>
        one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.End.CompareTo(one.End);

    /// <summary>
    /// Marks for those of the sorted spans that touch a range, cut to it and counted from its start. Spans that overlap
    /// become one mark; spans that only touch each other stay two.
    /// </summary>
    public static IReadOnlyList<Mark> ToMarks(ReadOnlySpan<MatchSpan> spans, int rangeStart, int rangeEnd)
    {
        if (spans.IsEmpty)
        {
            return [];
        }

        var marks = new List<Mark>();
        var (markStart, markEnd) = (0, 0);
        foreach (var span in spans)
        {
            var (start, end) = (Math.Max(span.Start, rangeStart) - rangeStart, Math.Min(span.End, rangeEnd) - rangeStart);
            if (start >= end)
            {
                continue;
            }

            if (start >= markEnd)
            {
                Add(marks, markStart, markEnd);
                (markStart, markEnd) = (start, end);
            }

            markEnd = Math.Max(markEnd, end);
        }

        Add(marks, markStart, markEnd);
        return marks;
    }

    private static void Add(List<Mark> marks, int start, int end)
    {
        if (end > start)
        {
            marks.Add(new Mark(start, end - start));
        }
    }
}
