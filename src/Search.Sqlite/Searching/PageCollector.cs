using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Sqlite.Faceting;
using Search.Sqlite.Indexing;
using Search.Sqlite.Matching;

namespace Search.Sqlite.Searching;

/// <summary>
/// Takes the matches of a query one by one and makes everything of a page from them in one pass: the count, the facets, the
/// histogram and the best hits.
/// </summary>
internal sealed class PageCollector : IMatchSink
{
    private static readonly FacetName[] s_names = Enum.GetValues<FacetName>();

    private readonly StatementColumns _columns;
    private readonly SearchRequest _request;
    private readonly TopHits _top;
    private readonly FacetTally[] _filters;
    private readonly FacetTally[] _counted;
    private readonly DayRange? _dates;
    private readonly CaptureRange? _captures;
    private readonly DayCounts? _days;

    public PageCollector(StatementColumns columns, SearchRequest request)
    {
        _columns = columns;
        _request = request;
        _top = new TopHits(request.Sort, request.Size, TopHits.FromCursor(request.After, request.Sort, columns.Revision));
        var counters = s_names.ToDictionary(name => name, name => FacetTally.Create(name, columns, request.Filters));
        _filters = [.. s_names.Where(name => !request.Filters[name].IsUnrestricted).Select(name => counters[name])];
        _counted = [.. request.Facets.Select(selection => counters[selection.Facet]).Distinct()];
        _dates = request.Filters is { From: null, To: null } ? null : new DayRange(columns, request.Filters.From, request.Filters.To);
        _captures = CaptureRange.Of(columns, request.Filters.Captures);
        _days = request.Histogram ? new DayCounts(columns.FirstDay, columns.LastDay) : null;
    }

    public long Total { get; private set; }

    /// <summary>Counts a match; true when it passes every filter and may be offered as a hit.</summary>
    public bool Count(int slot)
    {
        if (_captures?.Admits(slot) == false)
        {
            return false;
        }

        FacetTally? failed = null;
        foreach (var filter in _filters)
        {
            if (filter.Passes(slot))
            {
                continue;
            }

            if (failed is not null)
            {
                return false;
            }

            failed = filter;
        }

        var passesDate = _dates?.Admits(slot) ?? true;
        if (failed is not null)
        {
            // What only its own facet's filter keeps out is still counted there: those are the values to switch to.
            if (passesDate && Array.IndexOf(_counted, failed) >= 0)
            {
                failed.Count(slot);
            }

            return false;
        }

        if (_days is not null)
        {
            CountDate(_days, slot);
        }

        if (!passesDate)
        {
            return false;
        }

        Total++;
        foreach (var counter in _counted)
        {
            counter.Count(slot);
        }

        return true;
    }

    public void Offer(int slot, float score) =>
        _top.Offer(slot, _request.Sort == SortOrder.Received ? _columns.Received[slot] : _columns.Days[slot], score);

    public IReadOnlyList<HitRank> TakeHits(out bool hasMore)
    {
        hasMore = _top.HasMore && _request.Size > 0;
        return _top.ToList();
    }

    public IReadOnlyList<FacetCounts> ToFacets() =>
        [.. _request.Facets.Select(selection =>
            _counted.First(counter => counter.Name == selection.Facet).ToFacet(selection, _request.Filters[selection.Facet]))];

    public DateHistogram? ToHistogram() => _days?.ToHistogram();

    private void CountDate(DayCounts days, int slot)
    {
        if (_columns.TryGetLessExactDate(slot, out var date))
        {
            days.Add(date);
        }
        else
        {
            days.Add(_columns.Days[slot]);
        }
    }
}
