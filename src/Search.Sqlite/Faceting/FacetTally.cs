using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Sqlite.Indexing;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Faceting;

/// <summary>Decides one facet's filter for a slot and counts its values.</summary>
internal abstract class FacetTally(FacetName name)
{
    public FacetName Name { get; } = name;

    public abstract bool Passes(int slot);

    public abstract void Count(int slot);

    public abstract FacetCounts ToFacet(FacetSelection selection, FacetFilter filter);

    public static FacetTally Create(FacetName name, StatementColumns columns, SearchFilters filters)
    {
        var dictionaries = columns.Dictionaries;
        return name switch
        {
            FacetName.Country => new CountryTally(columns, filters),
            FacetName.Issuer => new IssuerTally(columns, filters.Issuer),
            FacetName.Source => new ValueTally(name, dictionaries.Sources, slot => columns.Sources[slot], filters.Source),
            FacetName.Language => new ValueTally(name, dictionaries.Languages, slot => columns.Languages[slot], filters.Language),
            FacetName.Kind => new ValueTally(name, KindValues.Names, slot => columns.Kinds[slot] + 1, filters.Kind),
            _ => throw new ArgumentOutOfRangeException(nameof(name)),
        };
    }

    /// <summary>The most frequent values and, beside them, those that the filter names.</summary>
    protected FacetCounts ToFacet(
        IEnumerable<FacetValue> counted, long missing, FacetSelection selection, FacetFilter filter)
    {
        var ordered = counted
            .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal).ToList();
        var named = filter.ValuesOf(Name).ToHashSet(StringComparer.Ordinal);
        var shown = ordered.Where((value, index) => index < selection.Size || named.Contains(value.Value)).ToList();
        var without = named.Except(shown.Select(value => value.Value)).Order(StringComparer.Ordinal);
        List<FacetValue> values = [.. shown, .. without.Select(value => new FacetValue(value, 0))];
        return new FacetCounts(Name, values, ordered.Count - shown.Count, missing);
    }
}

/// <summary>The values of the facet of kinds, index 0 standing for none as in the archive's dictionaries.</summary>
internal static class KindValues
{
    public static string[] Names { get; } = [string.Empty, .. StatementKinds.Values];
}

/// <summary>A facet of which a statement has one value or none.</summary>
internal sealed class ValueTally : FacetTally
{
    private readonly string[] _names;
    private readonly Func<int, int> _valueOf;
    private readonly bool[]? _passes;
    private readonly int[] _counts;

    public ValueTally(FacetName facet, string[] names, Func<int, int> valueOf, FacetFilter filter)
        : base(facet)
    {
        _names = names;
        _valueOf = valueOf;
        _counts = new int[names.Length];
        if (!filter.IsUnrestricted)
        {
            var included = filter.Included.Select(value => value ?? string.Empty).ToHashSet(StringComparer.Ordinal);
            var excluded = filter.Excluded.Select(value => value ?? string.Empty).ToHashSet(StringComparer.Ordinal);
            _passes = [.. names.Select(value => (included.Count == 0 || included.Contains(value)) && !excluded.Contains(value))];
        }
    }

    public override bool Passes(int slot) => _passes is null || _passes[_valueOf(slot)];

    public override void Count(int slot) => _counts[_valueOf(slot)]++;

    public override FacetCounts ToFacet(FacetSelection selection, FacetFilter filter) => ToFacet(
        Enumerable.Range(1, _names.Length - 1).Where(index => _counts[index] > 0)
            .Select(index => new FacetValue(_names[index], _counts[index])),
        _counts[0],
        selection,
        filter);
}

/// <summary>The countries a statement names: any number of them.</summary>
internal sealed class CountryTally : FacetTally
{
    private readonly StatementColumns _columns;
    private readonly int _kinds;
    private readonly bool _isFiltered;
    private readonly bool _wantsAny;
    private readonly bool _wantsNone;
    private readonly int _least;
    private readonly bool _refusesNone;
    private readonly bool[] _included = new bool[CountryColumn.Codes];
    private readonly bool[] _excluded = new bool[CountryColumn.Codes];
    private readonly int[] _counts = new int[CountryColumn.Codes];
    private int _missing;

    public CountryTally(StatementColumns columns, SearchFilters filters)
        : base(FacetName.Country)
    {
        _columns = columns;
        _kinds = (int)filters.CountryKinds;
        _isFiltered = !filters.Country.IsUnrestricted;
        _wantsAny = filters.Country.Included.Count == 0;
        _wantsNone = filters.Country.Included.Contains(null);
        _least = filters.Country.All ? filters.Country.Included.Count : 1;
        _refusesNone = filters.Country.Excluded.Contains(null);
        Mark(_included, filters.Country.Included);
        Mark(_excluded, filters.Country.Excluded);
    }

    public override bool Passes(int slot)
    {
        if (!_isFiltered)
        {
            return true;
        }

        var found = 0;
        var isEmpty = true;
        foreach (var entry in _columns.CountriesOf(slot))
        {
            if ((CountryColumn.KindsOf(entry) & _kinds) == 0)
            {
                continue;
            }

            isEmpty = false;
            var code = CountryColumn.IndexOf(entry);
            if (_excluded[code])
            {
                return false;
            }

            found += _included[code] ? 1 : 0;
        }

        return isEmpty
            ? (_wantsAny || (_wantsNone && _least == 1)) && !_refusesNone
            : _wantsAny || found >= _least;
    }

    public override void Count(int slot)
    {
        var isEmpty = true;
        foreach (var entry in _columns.CountriesOf(slot))
        {
            if ((CountryColumn.KindsOf(entry) & _kinds) != 0)
            {
                isEmpty = false;
                _counts[CountryColumn.IndexOf(entry)]++;
            }
        }

        if (isEmpty)
        {
            _missing++;
        }
    }

    public override FacetCounts ToFacet(FacetSelection selection, FacetFilter filter) => ToFacet(
        Enumerable.Range(0, _counts.Length).Where(code => _counts[code] > 0)
            .Select(code => new FacetValue(CountryColumn.Code(code), _counts[code])),
        _missing,
        selection,
        filter);

    private static void Mark(bool[] codes, IEnumerable<string?> values)
    {
        foreach (var value in values)
        {
            if (value is not null && CountryColumn.Index(value) is >= 0 and var index)
            {
                codes[index] = true;
            }
        }
    }
}
