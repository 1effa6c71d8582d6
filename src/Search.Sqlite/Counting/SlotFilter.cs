using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Sqlite.Faceting;
using Search.Sqlite.Indexing;
using Search.Sqlite.Matching;

namespace Search.Sqlite.Counting;

/// <summary>Whether a slot passes all filters: what is counted here follows every one of them.</summary>
internal sealed class SlotFilter
{
    private readonly FacetTally[] _facets;
    private readonly DayRange? _dates;
    private readonly CaptureRange? _captures;

    public SlotFilter(StatementColumns columns, SearchFilters filters)
    {
        _facets =
        [
            .. Enum.GetValues<FacetName>()
                .Where(name => !filters[name].IsUnrestricted)
                .Select(name => FacetTally.Create(name, columns, filters)),
        ];
        _dates = filters is { From: null, To: null } ? null : new DayRange(columns, filters.From, filters.To);
        _captures = CaptureRange.Of(columns, filters.Captures);
    }

    public bool Admits(int slot)
    {
        foreach (var facet in _facets)
        {
            if (!facet.Passes(slot))
            {
                return false;
            }
        }

        return (_dates?.Admits(slot) ?? true) && (_captures?.Admits(slot) ?? true);
    }
}
