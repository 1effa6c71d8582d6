using System.Diagnostics;
using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Sqlite.Indexing;
using Search.Sqlite.Matching;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Searching;

/// <summary>Answers requests within one read session.</summary>
internal sealed class PageSearch(ReadSession session, DocumentFrequencies frequencies)
{
    public SearchPage Search(SearchRequest request, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var collector = new PageCollector(session.Columns, request);
        var isComplete = Run(request.Query, request, collector, cancellationToken);
        var ranks = collector.TakeHits(out var hasMore);
        var work = new MatchWork(() => Stopwatch.GetElapsedTime(start) > request.Budget + Highlighter.Grace, cancellationToken);
        return new SearchPage
        {
            Total = collector.Total,
            Complete = isComplete,
            Hits = ToHits(request, ranks, work),
            Facets = collector.ToFacets(),
            Histogram = collector.ToHistogram(),
            Next = hasMore ? TopHits.ToCursor(ranks[^1], session.Columns.Revision) : null,
        };
    }

    public long Count(MatchNode query, SearchFilters filters, CancellationToken cancellationToken)
    {
        var request = new SearchRequest { Query = query, Filters = filters, Size = 0, Sort = SortOrder.Newest };
        var collector = new PageCollector(session.Columns, request);
        return Run(query, request, collector, cancellationToken)
            ? collector.Total
            : throw new QueryTooCostlyException("Not all hits could be counted in time; make the query narrower.");
    }

    private bool Run(MatchNode query, SearchRequest request, PageCollector collector, CancellationToken cancellationToken)
    {
        var isScored = request.Sort == SortOrder.Relevance && request.Size > 0;
        var run = new QueryRun(session, frequencies, request.Filters.CountryKinds, request.Budget);
        var isComplete = run.Execute(query, collector, isScored, cancellationToken);

        // Absence is an answer that people print: nothing found in part of the archive is not one.
        return isComplete || collector.Total > 0
            ? isComplete
            : throw new QueryTooCostlyException("Nothing was found before time was over; make the query narrower.");
    }

    private List<SearchHit> ToHits(SearchRequest request, IReadOnlyList<HitRank> ranks, MatchWork work)
    {
        var options = HighlightOptions.Default with { CountryKinds = request.Filters.CountryKinds };
        var highlighter = new Highlighter(request.Query, session.Reader.Analyzer, options, work);
        var hits = new List<SearchHit>(ranks.Count);
        foreach (var rank in ranks)
        {
            var row = StatementColumns.RowOf(rank.Slot);
            var statement = StatementRow.ReadOne(session.Reader, session.Columns.Dictionaries, StatementRow.ByRow, row)
                ?? throw new ArchiveDamagedException(
                    $"The archive's index names row {row}, which is not there; `verify` says what is wrong.");
            hits.Add(new SearchHit(statement, rank.Score, request.Highlights ? highlighter.Highlight(statement) : Highlights.None));
        }

        return hits;
    }
}
