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
