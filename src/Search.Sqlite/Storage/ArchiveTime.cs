using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Sqlite.Storage;

/// <summary>Times as the archive keeps them: seconds since 1970 in universal time; in memory since 2000, in half the room.</summary>
internal static class ArchiveTime
{
    /// <summary>1 January 2000.</summary>
    private const long Epoch = 946_684_800;

    public static long Encode(DateTimeOffset time) => time.ToUnixTimeSeconds();

    public static DateTimeOffset Decode(long stored) => DateTimeOffset.FromUnixTimeSeconds(stored);

    /// <summary>For columns in memory; earlier than 2000 is 0.</summary>
    public static int ToColumn(long stored) => (int)Math.Clamp(stored - Epoch, 0, int.MaxValue);

    /// <summary>The first second after a day, for columns in memory.</summary>
    public static int EndOf(DateOnly day) =>
        day == DateOnly.MaxValue ? int.MaxValue : ToColumn(Encode(new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero)));

    public static bool IsSound(long stored) => stored is >= -62_135_596_800 and <= 253_402_300_799;

    /// <summary>The day of capture as <see cref="ArchiveDay"/> counts days.</summary>
    public static int DayOf(DateTimeOffset? captured) =>
        CaptureFilter.DayOf(captured) is { } day ? ArchiveDay.Of(day) : ArchiveDay.None;

    /// <summary>What a statement's row has of its trace, from its first column on.</summary>
    public static ArchiveTrace Trace(long received, long textReceived, long versions, long? missing) =>
        new(Decode(received), Decode(textReceived), (int)versions, missing is { } time ? Decode(time) : null);
}
