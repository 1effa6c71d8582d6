using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Testing.Engines;

/// <summary>What an <see cref="InMemoryEngine"/> holds. Its caller sees to it that one thread is here at a time.</summary>
internal sealed class InMemoryArchive(TimeProvider time)
{
    private Dictionary<StatementId, StatementHistory> _histories = [];
    private IReadOnlyList<AnalyzedStatement>? _analyzed;
    private long _generation;
    private bool _samples;
    private bool _writing;

    public string Generation => $"memory-{_generation}";

    public IReadOnlyList<StatementHistory> Histories => [.. _histories.Values];

    /// <summary>The statements with their tokens, which are kept from one search to the next.</summary>
    public IReadOnlyList<AnalyzedStatement> Analyzed
    {
        get
        {
            var analyzer = new TextAnalyzer();
            return _analyzed ??= [.. Statements.Select(statement => new AnalyzedStatement(statement, analyzer))];
        }
    }

    private IEnumerable<Statement> Statements => _histories.Values.Select(history => history.Statement);

    public IDisposable TakeWriter()
    {
        if (_writing)
        {
            throw new ArchiveBusyException("Another writer is open.");
        }

        _writing = true;
        return new Turn(this);
    }

    /// <param name="write">What becomes of one statement.</param>
    public WriteResult Write<T>(IReadOnlyList<T> batch, Func<T, Statement> statementOf, Func<T, WriteResult> write, bool samples)
    {
        if (samples && !_samples && _histories.Count > 0)
        {
            return new WriteResult(
                0, 0, 0, [.. batch.Select(item => new RefusedStatement(statementOf(item), "Samples never join real statements."))]);
        }

        if (_samples && !samples && batch.Count > 0)
        {
            _histories = [];
        }

        _samples = batch.Count > 0 ? samples : _samples;
        var result = batch.Select(item => IsTooLong(statementOf(item))
                ? new WriteResult(0, 0, 0, [new RefusedStatement(statementOf(item), "Its text is too long.")])
                : write(item))
            .Aggregate(new WriteResult(0, 0, 0, []), (sum, one) => new WriteResult(
                sum.Added + one.Added, sum.Changed + one.Changed, sum.Unchanged + one.Unchanged, [.. sum.Refused, .. one.Refused])
            {
                Skipped = sum.Skipped + one.Skipped,
            });
        _generation++;
        _analyzed = null;
        return result;
    }

    public WriteResult Import(Statement statement)
    {
        var now = time.GetUtcNow();
        if (!_histories.TryGetValue(statement.Id, out var known))
        {
            return Put(new StatementHistory(statement with { Trace = ArchiveTrace.At(now) }, []), Added);
        }

        var trace = known.Statement.Trace!;

        if (IsSame(StatementHash.OfContent(known.Statement), StatementHash.OfContent(statement)))
        {
            return Put(known with { Statement = known.Statement with { Trace = trace.Captured(isNewText: false, now) } }, Unchanged);
        }

        var isNewText = !IsSame(StatementHash.OfText(known.Statement), StatementHash.OfText(statement));
        return Put(
            new StatementHistory(
                statement with { Trace = trace.Captured(isNewText, now) },
                isNewText ? [known.Statement with { Trace = null }, .. known.Versions] : known.Versions),
            Changed);
    }

    public WriteResult Revise(RevisedStatement revised)
    {
        if (!_histories.TryGetValue(revised.Statement.Id, out var known)
            || !IsSame(StatementHash.OfContent(known.Statement), revised.MadeFrom.Span))
        {
            return new WriteResult(0, 0, 0, []) { Skipped = 1 };
        }

        var isSame = IsSame(StatementHash.OfContent(revised.Statement), revised.MadeFrom.Span);
        return Put(known with { Statement = revised.Statement with { Trace = known.Statement.Trace } }, isSame ? Unchanged : Changed);
    }

    public WriteResult Restore(StatementHistory history)
    {
        var known = _histories.GetValueOrDefault(history.Statement.Id);
        var joined = history.Over(known);
        var trace = ArchiveTrace.Restored(history.Statement.Trace, known?.Statement.Trace, joined.Versions.Count, time.GetUtcNow());
        joined = joined with { Statement = joined.Statement with { Trace = trace } };
        return known is null ? Put(joined, Added) : joined.IsSame(known) ? Unchanged : Put(joined, Changed);
    }

    public int NoteMissing(string source, IReadOnlySet<string> listed)
    {
        var count = 0;
        foreach (var history in Histories.Where(history => history.Statement.Source == source))
        {
            var trace = history.Statement.Trace!;
            var missing = listed.Contains(history.Statement.Id.Value) ? (DateTimeOffset?)null : trace.Missing ?? time.GetUtcNow();
            count += missing is not null && trace.Missing is null ? 1 : 0;
            Put(history with { Statement = history.Statement with { Trace = trace with { Missing = missing } } }, Unchanged);
        }

        _analyzed = null;
        return count;
    }

    public ArchiveStatus Status() => new()
    {
        Engine = "memory",
        Location = "memory",
        Statements = _histories.Count,
        Versions = _histories.Values.Sum(history => history.Versions.Count),
        Samples = _samples && _histories.Count > 0,
        Earliest = Statements.Min(statement => statement.Issued?.First),
        Latest = Statements.Max(statement => statement.Issued?.First),
        SizeInBytes = Statements.Sum(statement => 2L * (statement.Title.Length + statement.Body.Length)),
        Generation = Generation,
        Sources = [.. Statements
            .GroupBy(statement => statement.Source)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SourceStatus(
                group.Key,
                group.Count(),
                group.Min(statement => statement.Issued?.First),
                group.Max(statement => statement.Issued?.First)))],
    };

    private static WriteResult Added { get; } = new(1, 0, 0, []);

    private static WriteResult Changed { get; } = new(0, 1, 0, []);

    private static WriteResult Unchanged { get; } = new(0, 0, 1, []);

    private static bool IsTooLong(Statement statement) =>
        statement.Title.Length > TextAnalyzer.MaxTextLength || statement.Body.Length > TextAnalyzer.MaxTextLength;

    private static bool IsSame(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => one.SequenceEqual(other);

    private WriteResult Put(StatementHistory history, WriteResult result)
    {
        _histories[history.Statement.Id] = history;
        return result;
    }

    private sealed class Turn(InMemoryArchive archive) : IDisposable
    {
        public void Dispose() => archive._writing = false;
    }
}
