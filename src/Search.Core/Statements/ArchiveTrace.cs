namespace Search.Core.Statements;

/// <summary>
/// What an archive noted of a statement while it came: no part of the statement, and in none of its hashes. Times are universal, to
/// the second.
/// </summary>
/// <param name="Received">When the archive got the statement first.</param>
/// <param name="TextReceived">When it got the text that the statement has now.</param>
/// <param name="Versions">Earlier captures with another text.</param>
/// <param name="Missing">When a whole list of its source was imported without it; null when none was.</param>
public sealed record ArchiveTrace(DateTimeOffset Received, DateTimeOffset TextReceived, int Versions, DateTimeOffset? Missing)
{
    /// <summary>Of a statement that comes for the first time.</summary>
    public static ArchiveTrace At(DateTimeOffset now) => new(Whole(now), Whole(now), 0, null);

    /// <summary>After a capture: it is there again, and its text may be another.</summary>
    public ArchiveTrace Captured(bool isNewText, DateTimeOffset now) => this with
    {
        TextReceived = isNewText ? Whole(now) : TextReceived,
        Versions = isNewText ? Versions + 1 : Versions,
        Missing = null,
    };

    /// <summary>Of a statement that is put back with its history, over what an archive has noted of it.</summary>
    /// <param name="brought">What comes with it; null for nothing.</param>
    /// <param name="existing">What is there; null for nothing.</param>
    /// <param name="versions">Earlier captures that it has then.</param>
    /// <param name="now">For what nobody knows.</param>
    public static ArchiveTrace Restored(ArchiveTrace? brought, ArchiveTrace? existing, int versions, DateTimeOffset now)
    {
        var trace = brought ?? existing ?? At(now);
        return trace with
        {
            Received = existing is not null && existing.Received < trace.Received ? existing.Received : trace.Received,
            Versions = versions,
        };
    }

    /// <summary>A time as it is noted.</summary>
    public static DateTimeOffset Whole(DateTimeOffset time) => DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
}
