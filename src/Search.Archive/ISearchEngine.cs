using Search.Archive.Counting;
using Search.Archive.Fingerprints;
using Search.Archive.Freezing;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Archive.Upkeep;

namespace Search.Archive;

/// <summary>
/// An archive of statements on one engine. Every engine passes the same contract (tests/Search.Testing); who only searches, counts,
/// stores or keeps up asks for that part alone. Reading methods may be called by many at once.
/// </summary>
/// <remarks>
/// Errors: <see cref="EngineUnavailableException"/> when the engine cannot be asked, <see cref="CursorExpiredException"/>
/// when the archive has changed since a cursor was given, <see cref="QueryTooCostlyException"/>. None of them is ever
/// answered as an empty page.
/// </remarks>
public interface ISearchEngine
    : IStatementSearch, IStatementCounting, ISharedPrints, IStatementStore, IFrozenSearches, IArchiveUpkeep, IAsyncDisposable
{
    /// <summary>What people read, such as where the archive lies.</summary>
    string Description { get; }

    /// <summary>Whether a search works on the thread that calls it to its end, instead of waiting for somebody else.</summary>
    bool WorksOnCallingThread { get; }
}
