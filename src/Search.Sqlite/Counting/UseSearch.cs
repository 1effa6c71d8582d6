using Search.Archive.Counting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Sqlite.Indexing;
using Search.Sqlite.Matching;
using Search.Sqlite.Searching;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Counting;

/// <summary>Counts and finds uses within one read session. What is not whole is no answer here.</summary>
internal sealed class UseSearch(ReadSession session, DocumentFrequencies frequencies)
{
    /// <summary>So many ids are looked up one by one; beyond, the archive's ids are read in their order until one fits.</summary>
    private const int FewSlots = 32;

    public IReadOnlyList<UseCounts> Count(UseRequest request, CancellationToken cancellationToken)
    {
        var filter = new SlotFilter(session.Columns, request.Filters);
        var counts = request.Queries.Select(query => Count(query, request.Issuers));
        return [.. request.Totals ? counts.Append(Count(new EverythingMatch(), issuers: false)) : counts];

        UseCounts Count(MatchNode query, bool issuers)
        {
            var tally = new UseTally(session.Columns, filter, issuers);
            Run(query, request.Filters, request.Budget, tally, cancellationToken);
            return tally.ToCounts();
        }
    }

    public IReadOnlyList<long> Count(IssuerRequest request, CancellationToken cancellationToken)
    {
        var (columns, filters) = (session.Columns, request.Filters);
        var tally = new UseTally(columns, new SlotFilter(columns, filters), issuers: true);
        Run(new EverythingMatch(), filters, request.Budget, tally, cancellationToken);
        return [.. request.Issuers.Select(tally.OfIssuer)];
    }

    public IReadOnlyList<Statement?> Find(PlaceRequest request, CancellationToken cancellationToken)
    {
        var found = new Statement?[request.Places.Count];
        var filter = new SlotFilter(session.Columns, request.Filters);
        foreach (var places in Enumerable.Range(0, request.Places.Count).GroupBy(index => request.Places[index].Query))
        {
            int[] indexes = [.. places];
            var finder = new PlaceFinder(session.Columns, filter, [.. indexes.Select(index => request.Places[index])]);
            Run(places.Key, request.Filters, request.Budget, finder, cancellationToken);
            for (var place = 0; place < indexes.Length; place++)
            {
                found[indexes[place]] = Lowest(finder.Slots[place]);
            }
        }

        return found;
    }

    public IReadOnlyList<Holdings> Count(HoldingsRequest request, CancellationToken cancellationToken)
    {
        ReaderConnection.StartDeadline(request.Budget, cancellationToken);
        try
        {
            return HoldingsTally.Count(session.Columns, request);
        }
        catch (QueryTooCostlyException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            ReaderConnection.EndDeadline();
        }
    }

    private void Run(
        MatchNode query, SearchFilters filters, TimeSpan budget, IMatchSink sink, CancellationToken cancellationToken)
    {
        var run = new QueryRun(session, frequencies, filters.CountryKinds, budget);
        if (!run.Execute(query, sink, isScored: false, cancellationToken))
        {
            throw new QueryTooCostlyException("Not all uses could be counted in time; make the query narrower.");
        }
    }

    private Statement? Lowest(IReadOnlyList<int> slots)
    {
        if (slots.Count == 0)
        {
            return null;
        }

        var row = StatementColumns.RowOf(slots.Count == 1 ? slots[0] : slots.Count <= FewSlots ? LowestOfFew(slots) : LowestOfMany(slots));
        return StatementRow.ReadOne(session.Reader, session.Columns.Dictionaries, StatementRow.ByRow, row)
            ?? throw new ArchiveDamagedException($"The archive's index names row {row}, which is not there; `verify` says what is wrong.");
    }

    private int LowestOfFew(IReadOnlyList<int> slots) => slots.MinBy(
        slot => (string)session.Reader.Command("SELECT id FROM statement WHERE row = ?1", StatementColumns.RowOf(slot)).ExecuteScalar()!,
        StringComparer.Ordinal);

    private int LowestOfMany(IReadOnlyList<int> slots)
    {
        var wanted = slots.ToHashSet();
        using var rows = session.Reader.Command("SELECT row FROM statement ORDER BY id").ExecuteReader();
        while (rows.Read())
        {
            if (session.Columns.SlotOf(rows.GetInt64(0)) is var slot && wanted.Contains(slot))
            {
                return slot;
            }
        }

        throw new ArchiveDamagedException("The archive's index names rows that are not there; `verify` says what is wrong.");
    }
}
