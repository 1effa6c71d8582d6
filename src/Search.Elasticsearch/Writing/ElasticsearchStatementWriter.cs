using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Elasticsearch.Writing;

/// <summary>
/// Writes statements. Each is first sent as new; those that the archive has are then compared, and replaced only in the
/// state in which they were read, so that several importers do not undo each other's work.
/// </summary>
internal sealed class ElasticsearchStatementWriter : IStatementWriter
{
    private readonly ArchiveWriting _archive;
    private readonly WriterOptions _options;
    private readonly bool _loading;
    private readonly SemaphoreSlim _first = new(1);
    private bool _mayWrite;
    private bool _completed;
    private volatile bool _expectKnown;

    /// <param name="archive">What is written to.</param>
    /// <param name="options">What is written.</param>
    /// <param name="loading">Whether it is the first load of an index.</param>
    /// <param name="senders">Bulk requests under way at once.</param>
    public ElasticsearchStatementWriter(ArchiveWriting archive, WriterOptions options, bool loading, int senders)
    {
        WritesAtOnce = senders;
        _archive = archive;
        _options = options;
        _loading = loading;
    }

    /// <summary>As many as are sent at once.</summary>
    public int WritesAtOnce { get; }

    public async Task<WriteResult> WriteAsync(IReadOnlyList<Statement> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
        {
            return new WriteResult(0, 0, 0, []);
        }

        if (!await MakeRoomAsync(cancellationToken))
        {
            return new WriteResult(0, 0, 0, [.. batch.Select(statement => new RefusedStatement(statement, "Samples never join real statements."))]);
        }

        var tally = new WriteTally();
        var pending = new List<PendingStatement>();
        foreach (var statement in batch)
        {
            if (statement.Title.Length > TextAnalyzer.MaxTextLength || statement.Body.Length > TextAnalyzer.MaxTextLength)
            {
                tally.Refuse(statement, $"Its text is longer than {TextAnalyzer.MaxTextLength:N0} characters.");
            }
            else
            {
                pending.Add(new PendingStatement(statement));
            }
        }

        var known = _expectKnown;
        _expectKnown = await _archive.WriteAsync(pending, _options.Samples, known, tally, cancellationToken) > batch.Count / 2;
        return tally.Result();
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_loading)
        {
            await _archive.EndLoadAsync(cancellationToken);
        }

        await _archive.RefreshAsync(cancellationToken);
        _completed = true;
    }

    /// <summary>Without <see cref="CompleteAsync"/> everything acknowledged is there too; a cluster out of reach heals at the next opening.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!_completed)
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            try
            {
                await CompleteAsync(soon.Token);
            }
            catch (Exception exception) when (exception is EngineUnavailableException or OperationCanceledException
                or ArchiveGoneException or ArchiveClosedException)
            {
                _archive.Log(exception);
            }
        }

        _archive.Dispose();
        _first.Dispose();
    }

    /// <summary>The first real statement removes the samples; samples never join real statements.</summary>
    private async Task<bool> MakeRoomAsync(CancellationToken cancellationToken)
    {
        if (_mayWrite)
        {
            return true;
        }

        await _first.WaitAsync(cancellationToken);
        try
        {
            if (!_mayWrite)
            {
                _mayWrite = _options.Samples
                    ? !await _archive.HasAsync(sample: false, cancellationToken)
                    : await _archive.RemoveSamplesAsync(cancellationToken);
            }

            return _mayWrite;
        }
        finally
        {
            _first.Release();
        }
    }
}
