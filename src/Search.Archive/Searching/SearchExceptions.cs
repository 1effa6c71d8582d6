namespace Search.Archive.Searching;

/// <summary>The engine cannot be asked now. Never answered as an empty page: absence is an answer that people print.</summary>
public sealed class EngineUnavailableException(string message, Exception? innerException = null, TimeSpan? retryAfter = null)
    : Exception(message, innerException)
{
    /// <summary>When asking again may help; null when the engine did not say.</summary>
    public TimeSpan? RetryAfter { get; } = retryAfter;
}

/// <summary>The archive has changed since the cursor was given, or the cursor is none of this engine's.</summary>
public sealed class CursorExpiredException(string message) : Exception(message);

/// <summary>The query would hold a reader for longer than the product allows.</summary>
public sealed class QueryTooCostlyException(string message) : Exception(message);

/// <summary>Another process is writing to the archive.</summary>
public sealed class ArchiveBusyException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>The engine does not let these credentials in, or not far enough: waiting will not help.</summary>
public sealed class ArchiveAccessException(string message) : Exception(message);

/// <summary>
/// The archive is not what was written: its file is damaged, or a statement differs from its content hash. Asking again does
/// not help; the message says what does.
/// </summary>
/// <param name="message">What is damaged and what mends it, in words a person can act on.</param>
/// <param name="innerException">What the engine said.</param>
/// <param name="statementId">The statement whose text differs from what was written; null when more than one statement may be.</param>
public sealed class ArchiveDamagedException(string message, Exception? innerException = null, string? statementId = null)
    : Exception(message, innerException)
{
    /// <summary>The statement whose text differs from what was written; null when more than one statement may be.</summary>
    public string? StatementId { get; } = statementId;
}

/// <summary>No archive lies where one should, or one of a format that this program does not read. It was not changed.</summary>
public sealed class ArchiveFormatException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>The archive's medium has no room for what was to be written. What was acknowledged before is kept.</summary>
public sealed class ArchiveFullException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>The archive can be searched and not written: its file, folder or medium is read-only.</summary>
public sealed class ArchiveReadOnlyException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>
/// Under the archive's name lies something that is not this program's archive. It was not changed; the message says what lies
/// there and how the name is freed or changed.
/// </summary>
public sealed class ArchiveNameClashException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>Somebody closed the archive: it is whole, and can neither be searched nor written until it is opened again.</summary>
public sealed class ArchiveClosedException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>
/// The archive was there and is there no longer, or its name points nowhere although it lies there finished. Never answered as
/// an empty archive, and never made anew without being asked for.
/// </summary>
public sealed class ArchiveGoneException(string message, Exception? innerException = null) : Exception(message, innerException);
