using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Search.Archive;
using Search.Archive.Counting;
using Search.Archive.Fingerprints;
using Search.Archive.Freezing;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Core.Statements;
using Search.Sqlite.Checking;
using Search.Sqlite.Counting;
using Search.Sqlite.Fingerprints;
using Search.Sqlite.Freezing;
using Search.Sqlite.Indexing;
using Search.Sqlite.Matching;
using Search.Sqlite.Searching;
using Search.Sqlite.Storage;
using Search.Sqlite.Writing;

namespace Search.Sqlite;

/// <summary>
/// The embedded engine: one SQLite file with FTS5, nothing to install. Any number of searches at once, one writer; other
/// processes may search and write the same file.
/// </summary>
public sealed class SqliteSearchEngine : ISearchEngine
{
    private readonly ArchiveConnections _connections;
    private readonly ColumnsCache _columns = new();
    private readonly DocumentFrequencies _frequencies = new();
    private readonly SemaphoreSlim _writer = new(1, 1);

    private readonly TimeProvider _time;

    private SqliteSearchEngine(ArchiveConnections connections, TimeProvider time) => (_connections, _time) = (connections, time);

    public string Description => $"SQLite archive {_connections.ArchivePath}";

    public bool WorksOnCallingThread => true;

    /// <summary>Opens the archive, making it when it is missing.</summary>
    /// <exception cref="EngineUnavailableException">The file cannot be opened.</exception>
    /// <exception cref="ArchiveFormatException">The file is no archive, or one of another format; it was not changed.</exception>
    /// <exception cref="ArchiveDamagedException">The file is damaged.</exception>
    public static SqliteSearchEngine Open(SqliteOptions options, TimeProvider? time = null)
    {
        try
        {
            return new SqliteSearchEngine(new ArchiveConnections(options.Path, options.ReadOnly), time ?? TimeProvider.System);
        }
        catch (SqliteException exception)
        {
            throw SqliteFaults.Translate(exception, options.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new EngineUnavailableException($"The archive {options.Path} cannot be opened: {exception.Message}", exception);
        }
    }

    public Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
        Read(session => new PageSearch(session, _frequencies).Search(request, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<long>> CountAsync(
        IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken) =>
        Read<IReadOnlyList<long>>(
            session =>
            {
                var search = new PageSearch(session, _frequencies);
                return [.. queries.Select(query => search.Count(query, filters, cancellationToken))];
            },
            cancellationToken);

    public Task<StatementHistory?> GetAsync(string id, CancellationToken cancellationToken) =>
        Read(session => RowLookup.Find(session, id), cancellationToken);

    public Task<FacetCounts> FacetAsync(FacetRequest request, CancellationToken cancellationToken) =>
        Read(session => FacetSearch.Search(new PageSearch(session, _frequencies), request, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<string>> SimilarWordsAsync(string word, int size, CancellationToken cancellationToken) =>
        Read(session => Vocabulary.Similar(session, word, size, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<UseCounts>> CountUsesAsync(UseRequest request, CancellationToken cancellationToken) =>
        Read(session => new UseSearch(session, _frequencies).Count(request, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<long>> CountIssuersAsync(IssuerRequest request, CancellationToken cancellationToken) =>
        Read(session => new UseSearch(session, _frequencies).Count(request, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<Statement?>> FindUsesAsync(PlaceRequest request, CancellationToken cancellationToken) =>
        Read(session => new UseSearch(session, _frequencies).Find(request, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<Holdings>> CountHoldingsAsync(HoldingsRequest request, CancellationToken cancellationToken) =>
        Read(session => new UseSearch(session, _frequencies).Count(request, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<SharedPrints>> FindSharedAsync(
        IReadOnlyList<SharedRequest> requests, CancellationToken cancellationToken) =>
        Read(session => SharedSearch.Find(session, requests, cancellationToken), cancellationToken);

    public async IAsyncEnumerable<StatementHistory> ReadAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var session = await Read(() => ReadSession.Begin(_connections, _columns));
        var hasVersions = session.Reader.Command("SELECT 1 FROM version LIMIT 1").ExecuteScalar() is not null;
        foreach (var slot in session.Columns.NewestFirst())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await Read(() => RowLookup.InRow(session, StatementColumns.RowOf(slot), hasVersions));
        }
    }

    /// <summary>It may have to wait for an import's transaction, and does so on a thread of its own.</summary>
    public Task KeepAsync(FrozenText frozen, CancellationToken cancellationToken) => Task.Run(
        () => Read(() =>
        {
            FrozenTable.Keep(_connections, frozen);
            return true;
        }),
        cancellationToken);

    public Task<string?> FindAsync(string hash, CancellationToken cancellationToken) =>
        Read(session => FrozenTable.Find(session.Reader, hash), cancellationToken);

    /// <summary>The file is opened with the engine; there is nobody else to reach.</summary>
    public Task ConnectAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A session begins with the archive's state: to begin one is the question.</summary>
    public Task PingAsync(CancellationToken cancellationToken) => Read(session => session.Columns.Revision, cancellationToken);

    public Task<ArchiveStatus> StatusAsync(CancellationToken cancellationToken) =>
        Read(session => ArchiveReport.Status(session, _connections.ArchivePath), cancellationToken);

    public Task<ArchiveCheck> CheckAsync(IProgress<long>? progress, CancellationToken cancellationToken) =>
        Task.Run(
            () => Read(session => ArchiveFileChecker.Check(session, progress, cancellationToken), cancellationToken), cancellationToken);

    /// <summary>The archive is one file without anything beside it: there is never anything to do.</summary>
    public Task<UpkeepPlan> PlanAsync(UpkeepGoal goal, CancellationToken cancellationToken) => Task.FromResult(new UpkeepPlan(goal, []));

    public Task MaintainAsync(UpkeepPlan plan, IProgress<long>? progress, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IStatementWriter> OpenWriterAsync(WritePurpose purpose, CancellationToken cancellationToken)
    {
        if (!await _writer.WaitAsync(TimeSpan.Zero, cancellationToken))
        {
            throw new ArchiveBusyException("The archive is being written to; try again when that has ended.");
        }

        try
        {
            return new SqliteStatementWriter(_connections, purpose, () => _writer.Release(), _time);
        }
        catch
        {
            _writer.Release();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        _connections.Dispose();
        _writer.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<T> Read<T>(Func<ReadSession, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Read(() =>
        {
            using var session = ReadSession.Begin(_connections, _columns);
            return read(session);
        });
    }

    /// <summary>SQLite works on the caller's thread: a search is milliseconds of computing, and nothing is waited for.</summary>
    private Task<T> Read<T>(Func<T> read)
    {
        try
        {
            return Task.FromResult(read());
        }
        catch (SqliteException exception)
        {
            return Task.FromException<T>(SqliteFaults.Translate(exception, _connections.ArchivePath));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Task.FromException<T>(exception);
        }
    }
}
