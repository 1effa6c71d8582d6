using Search.Core.Statements;

namespace Search.Archive.Searching;

/// <summary>What is narrowed to by how and when an archive got statements.</summary>
public sealed record CaptureFilter
{
    public static CaptureFilter None { get; } = new();

    /// <summary>Whether the text was changed after the archive first got it; null for either.</summary>
    public bool? Changed { get; init; }

    /// <summary>Whether a later whole list of its source lacks it; null for either.</summary>
    public bool? Missing { get; init; }

    /// <summary>
    /// The first day of capture, inclusive, in universal time. With any bound, a statement without a time of capture does not match.
    /// </summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of capture, inclusive.</summary>
    public DateOnly? To { get; init; }

    /// <summary>What the archive had at the end of this day, in universal time; null for what it has.</summary>
    public DateOnly? AsOf { get; init; }

    public bool IsUnrestricted => this == None;

    /// <summary>The meaning of the filter, which engines are tested against.</summary>
    public bool Admits(Statement statement)
    {
        var trace = statement.Trace;
        return (Changed is null || Changed == trace?.Versions > 0)
            && (Missing is null || Missing == trace?.Missing is not null)
            && AdmitsCapture(DayOf(statement.Captured))
            && (AsOf is null || DayOf(trace?.Received) <= AsOf);
    }

    /// <summary>The day of a time, in universal time.</summary>
    public static DateOnly? DayOf(DateTimeOffset? time) => time is { } known ? DateOnly.FromDateTime(known.UtcDateTime) : null;

    private bool AdmitsCapture(DateOnly? day) =>
        (From is null && To is null) || (day is not null && !(day < From) && !(day > To));
}
