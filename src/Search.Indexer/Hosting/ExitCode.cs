using Microsoft.Extensions.Options;
using Search.Archive.Freezing;
using Search.Archive.Searching;
using Search.Service.Composition;

namespace Search.Indexer.Hosting;

/// <summary>What a command's exit code says; printed in its help.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Done, but some records were faulty or refused, or a comparison found differences.</summary>
    public const int Incomplete = 1;

    /// <summary>Arguments, query or configuration cannot be used, or the archive is of another format.</summary>
    public const int Usage = 2;

    /// <summary>Again later: the engine cannot be reached, or another process writes to the archive. Nothing else has this code.</summary>
    public const int Unavailable = 3;

    /// <summary>The archive is damaged.</summary>
    public const int Damaged = 4;

    /// <summary>The archive's medium has no room left.</summary>
    public const int Full = 5;

    /// <summary>The archive can be searched and not written.</summary>
    public const int ReadOnly = 6;

    /// <summary>Under the archive's name lies something else.</summary>
    public const int NameClash = 7;

    /// <summary>Somebody closed the archive.</summary>
    public const int Closed = 8;

    /// <summary>The archive was there and is there no longer.</summary>
    public const int Gone = 9;

    /// <summary>A fault of the program itself.</summary>
    public const int Internal = 70;

    /// <summary>Standard output cannot be written: it is closed, or its medium is full. Not so a reader who has seen enough.</summary>
    public const int AnswerLost = 74;

    /// <summary>Ended by Ctrl-C or SIGTERM.</summary>
    public const int Cancelled = 130;

    /// <summary>What a command ends with that an exception ended. All but the last are told by their message alone.</summary>
    public static int Of(Exception exception) => exception switch
    {
        UsageException or ConfigurationException or OptionsValidationException or ArchiveFormatException or ArchiveAccessException => Usage,
        EngineUnavailableException or ArchiveBusyException => Unavailable,
        ArchiveDamagedException => Damaged,
        ArchiveFullException or FrozenRoomException => Full,
        ArchiveReadOnlyException => ReadOnly,
        ArchiveNameClashException => NameClash,
        ArchiveClosedException => Closed,
        ArchiveGoneException => Gone,
        AnswerLostException => AnswerLost,
        _ => Internal,
    };
}
