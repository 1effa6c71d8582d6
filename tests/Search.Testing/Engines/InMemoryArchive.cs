using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Testing.Engines;

/// <summary>What an <see cref="InMemoryEngine"/> holds. Its caller sees to it that one thread is here at a time.</summary>
internal sealed class InMemoryArchive
{
    private readonly Dictionary<StatementId, List<Statement>> _versions = [];
    private Dictionary<StatementId, Statement> _statements = [];
    private IReadOnlyList<AnalyzedStatement>? _analyzed;
    private long _generation;
    private bool _samples;
    private bool _writing;

    public string Generation => $"memory-{_generation}";

    public IReadOnlyList<Statement> Statements => [.. _statements.Values];

    /// <summary>The statements with their tokens, which are kept from one search to the next.</summary>
    public IReadOnlyList<AnalyzedStatement> Analyzed
    {
        get
        {
            var analyzer = new TextAnalyzer();
            return _analyzed ??= [.. _statements.Values.Select(statement => new AnalyzedStatement(statement, analyzer))];
        }
    }

    public IReadOnlyList<Statement> VersionsOf(StatementId id) =>
        _versions.TryGetValue(id, out var versions) ? [.. versions] : [];

    public IDisposable TakeWriter()
    {
        if (_writing)
        {
            throw new ArchiveBusyException("Another writer is open.");
        }

        _writing = true;
        return new Turn(this);
    }

    public WriteResult Write(IReadOnlyList<Statement> batch, bool samples)
    {
        if (samples && !_samples && _statements.Count > 0)
        {
            return new WriteResult(0, 0, 0, [.. batch.Select(statement => new RefusedStatement(statement, "Samples never join real statements."))]);
        }

        if (_samples && !samples && batch.Count > 0)
        {
            _statements = [];
            _versions.Clear();
        }

        _samples = batch.Count > 0 ? samples : _samples;
        var result = new WriteResult(0, 0, 0, []);
        foreach (var statement in batch)
        {
            result = Write(statement, result);
        }

        _generation++;
        _analyzed = null;
        return result;
    }

    public ArchiveStatus Status() => new()
    {
        Engine = "memory",
        Location = "memory",
        Statements = _statements.Count,
        Versions = _versions.Values.Sum(versions => versions.Count),
        Samples = _samples && _statements.Count > 0,
        Earliest = _statements.Values.Min(statement => statement.Issued),
        Latest = _statements.Values.Max(statement => statement.Issued),
        SizeInBytes = _statements.Values.Sum(statement => 2L * (statement.Title.Length + statement.Body.Length)),
        Generation = Generation,
        Sources = [.. _statements.Values
            .GroupBy(statement => statement.Source)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new SourceStatus(
                group.Key, group.Count(), group.Min(statement => statement.Issued), group.Max(statement => statement.Issued)))],
    };

    private WriteResult Write(Statement statement, WriteResult result)
    {
        if (statement.Title.Length > TextAnalyzer.MaxTextLength || statement.Body.Length > TextAnalyzer.MaxTextLength)
        {
            return result with { Refused = [.. result.Refused, new RefusedStatement(statement, "Its text is too long.")] };
        }

        var known = _statements.GetValueOrDefault(statement.Id);
        if (known is not null && StatementHash.OfContent(known).AsSpan().SequenceEqual(StatementHash.OfContent(statement)))
        {
            return result with { Unchanged = result.Unchanged + 1 };
        }

        _statements[statement.Id] = statement;
        if (known is null)
        {
            return result with { Added = result.Added + 1 };
        }

        if (!StatementHash.OfText(known).AsSpan().SequenceEqual(StatementHash.OfText(statement)))
        {
            _versions.TryAdd(statement.Id, []);
            _versions[statement.Id].Insert(0, known);
        }

        return result with { Changed = result.Changed + 1 };
    }

    private sealed class Turn(InMemoryArchive archive) : IDisposable
    {
        public void Dispose() => archive._writing = false;
    }
}
