using Search.Archive.Counting;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Sqlite.Indexing;
using Search.Sqlite.Matching;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Counting;

/// <summary>Gathers the matches that stand at given places: of an issuer, with a date.</summary>
internal sealed class PlaceFinder : IMatchSink
{
    private readonly StatementColumns _columns;
    private readonly SlotFilter _filter;
    private readonly IReadOnlyList<UsePlace> _places;
    private readonly ILookup<int, int> _byDate;
    private readonly Dictionary<(int Place, int Issuer), bool> _issuers = [];
    private readonly List<int>[] _slots;

    /// <param name="places">All of one query.</param>
    public PlaceFinder(StatementColumns columns, SlotFilter filter, IReadOnlyList<UsePlace> places)
    {
        (_columns, _filter, _places) = (columns, filter, places);
        _byDate = Enumerable.Range(0, places.Count).ToLookup(place => ArchiveDay.Encode(places[place].Date));
        _slots = [.. places.Select(_ => new List<int>())];
    }

    /// <summary>For each place the slots there.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Slots => _slots;

    public bool Count(int slot)
    {
        var date = _columns.TryGetLessExactDate(slot, out var lessExact) ? ArchiveDay.Encode(lessExact) : _columns.Days[slot];
        if (_byDate.Contains(date) && _filter.Admits(slot))
        {
            foreach (var place in _byDate[date].Where(place => IsIssuer(place, _columns.Issuers[slot])))
            {
                _slots[place].Add(slot);
            }
        }

        return false;
    }

    /// <summary>Nothing is shown of what is only looked for.</summary>
    public void Offer(int slot, float score)
    {
    }

    private bool IsIssuer(int place, int issuer)
    {
        if (!_issuers.TryGetValue((place, issuer), out var isIssuer))
        {
            isIssuer = FilterEvaluator.Admits(
                _places[place].Issuer, issuer == 0 ? [] : IssuerGroups.ValuesOf(_columns.Dictionaries.Paths[issuer]));
            _issuers.Add((place, issuer), isIssuer);
        }

        return isIssuer;
    }
}
