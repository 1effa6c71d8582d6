using Search.Core.Statements;

namespace Search.Archive.Searching;

/// <summary>Puts the groups above the values of the issuer facet, from counts of whole paths: every engine counts those.</summary>
public static class IssuerTree
{
    /// <summary>The same facet with its groups, and with each value's parent.</summary>
    /// <param name="facet">Issuers by canonical name.</param>
    /// <param name="paths">Hits by <see cref="IssuerGroups.PathOf(Issuer)"/>, under the same filters.</param>
    /// <param name="size">How many groups to show beside those that are chosen or above a shown value.</param>
    /// <param name="filter">The facet's own.</param>
    public static FacetCounts Over(FacetCounts facet, IReadOnlyCollection<KeyValuePair<string, long>> paths, int size, FacetFilter filter)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var parents = new Dictionary<string, (string? Group, long Count)>(StringComparer.Ordinal);
        foreach (var (path, count) in paths)
        {
            string? nearest = null;
            foreach (var group in IssuerGroups.In(path))
            {
                counts[group] = counts.GetValueOrDefault(group) + count;
                nearest = group;
            }

            // One name is nearly always in one group; where sources differ in what they know of it, the more frequent one tells.
            var name = IssuerGroups.NameIn(path);
            if (!parents.TryGetValue(name, out var known)
                || (count, nearest ?? string.Empty).CompareTo((known.Count, known.Group ?? string.Empty)) > 0)
            {
                parents[name] = (nearest, count);
            }
        }

        var values = facet.Values.Select(value => value with { Parent = parents.GetValueOrDefault(value.Value).Group }).ToList();
        var chosen = filter.Included.Concat(filter.Excluded).OfType<string>().Where(IssuerGroups.IsGroup);
        var shown = Sorted(counts.Where(group => group.Value > 0)).Take(size).Select(group => group.Key)
            .Concat(values.Select(value => value.Parent).OfType<string>())
            .Concat(chosen)
            .SelectMany(IssuerGroups.In)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(group => group, group => counts.GetValueOrDefault(group), StringComparer.Ordinal);
        return facet with
        {
            Values = values,
            Groups = [.. Sorted(shown).Select(group => new IssuerGroupCount(group.Key, group.Value, IssuerGroups.ParentOf(group.Key)))],
        };
    }

    private static IOrderedEnumerable<KeyValuePair<string, long>> Sorted(IEnumerable<KeyValuePair<string, long>> groups) =>
        groups.OrderByDescending(group => group.Value).ThenBy(group => group.Key, StringComparer.Ordinal);
}
