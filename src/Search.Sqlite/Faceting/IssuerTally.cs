using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Sqlite.Indexing;

namespace Search.Sqlite.Faceting;

/// <summary>
/// The issuers of statements, counted as printed: a statement has one issuer or none, so names, organisations and countries
/// are exact sums of these counts.
/// </summary>
internal sealed class IssuerTally : FacetTally
{
    private readonly StatementColumns _columns;
    private readonly bool[]? _passes;
    private readonly int[] _counts;

    public IssuerTally(StatementColumns columns, FacetFilter filter)
        : base(FacetName.Issuer)
    {
        _columns = columns;
        _counts = new int[columns.Dictionaries.Issuers.Length];
        if (!filter.IsUnrestricted)
        {
            _passes = [.. columns.Dictionaries.Issuers.Select(
                (_, key) => FilterEvaluator.Admits(filter, key == 0 ? [] : IssuerGroups.ValuesOf(columns.Dictionaries.Paths[key])))];
        }
    }

    public override bool Passes(int slot) => _passes is null || _passes[_columns.Issuers[slot]];

    public override void Count(int slot) => _counts[_columns.Issuers[slot]]++;

    public override FacetCounts ToFacet(FacetSelection selection, FacetFilter filter)
    {
        var dictionaries = _columns.Dictionaries;
        var names = new long[dictionaries.IssuerNames.Length];
        var paths = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var key = 1; key < _counts.Length; key++)
        {
            if (_counts[key] > 0)
            {
                names[dictionaries.CanonicalIssuers[key]] += _counts[key];
                var path = dictionaries.Paths[key];
                paths[path] = paths.GetValueOrDefault(path) + _counts[key];
            }
        }

        var counted = Enumerable.Range(1, names.Length - 1).Where(index => names[index] > 0)
            .Select(index => new FacetValue(dictionaries.IssuerNames[index], names[index]));
        return IssuerTree.Over(ToFacet(counted, _counts[0], selection, filter), paths, selection.Size, filter);
    }
}
