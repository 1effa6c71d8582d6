using Search.Archive.Counting;
using Search.Core.Statements;

namespace Search.Service.Counting;

/// <summary>Counts of issuers as people choose them: by canonical name, by group, or those without any.</summary>
internal sealed class IssuerRows
{
    private readonly IReadOnlyList<IssuerUses> _paths;
    private readonly Dictionary<string, IssuerUses> _names = new(StringComparer.Ordinal);

    /// <param name="paths">As engines count them.</param>
    public IssuerRows(IReadOnlyList<IssuerUses> paths)
    {
        _paths = paths;
        foreach (var uses in paths)
        {
            if (uses.Path is not null)
            {
                var name = IssuerGroups.NameIn(uses.Path);
                _names[name] = Joined(_names.GetValueOrDefault(name), uses);
            }
        }
    }

    /// <summary>By canonical name, in no order.</summary>
    public IReadOnlyDictionary<string, IssuerUses> Names => _names;

    /// <summary>Statements without an issuer.</summary>
    public long Missing => _paths.FirstOrDefault(uses => uses.Path is null)?.Count ?? 0;

    /// <summary>Of one value of the issuer parameter; null for statements without an issuer. Zero where there are none.</summary>
    public IssuerUses Of(string? value) =>
        (value is not null && !IssuerGroups.IsGroup(value)
            ? _names.GetValueOrDefault(value)
            : _paths.Where(uses => value is null ? uses.Path is null : IsIn(uses.Path, value))
                .Aggregate((IssuerUses?)null, Joined))
        ?? new IssuerUses(null, 0, null, null);

    /// <summary>By first use, of equal ones the more frequent, then by name; undated ones last.</summary>
    public IEnumerable<KeyValuePair<string, IssuerUses>> ByFirstUse() => _names
        .OrderBy(row => row.Value.First?.Last ?? DateOnly.MaxValue)
        .ThenBy(row => row.Value.First is null)
        .ThenByDescending(row => row.Value.First?.First ?? DateOnly.MinValue)
        .ThenByDescending(row => row.Value.Count)
        .ThenBy(row => row.Key, StringComparer.Ordinal);

    private static bool IsIn(string? path, string group) => path is not null && IssuerGroups.In(path).Contains(group);

    private static IssuerUses Joined(IssuerUses? known, IssuerUses more) => known is null
        ? more
        : more with
        {
            Count = known.Count + more.Count,
            First = UseOrder.First(known.First, more.First),
            Last = UseOrder.Last(known.Last, more.Last),
        };
}
