using System.Runtime.InteropServices;
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
        var groups = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var parents = facet.Values.ToDictionary(value => value.Value, _ => (Group: string.Empty, Count: 0L), StringComparer.Ordinal);
        var names = parents.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (path, count) in paths)
        {
            var (country, organisation) = IssuerGroups.LengthsIn(path);
            Add(groups, path.AsSpan(0, country), count);
            Add(groups, path.AsSpan(0, organisation), count);

            // One name is nearly always in one group; where sources differ in what they know of it, the more frequent one tells.
            var name = path.AsSpan(IssuerGroups.NameStart(path));
            var nearest = path.AsSpan(0, Math.Max(country, organisation));
            if (names.TryGetValue(name, out var known)
                && (count > known.Count || (count == known.Count && nearest.SequenceCompareTo(known.Group) > 0)))
            {
                names[name] = (nearest.ToString(), count);
            }
        }

        var values = facet.Values
            .Select(value => value with { Parent = parents[value.Value].Group is { Length: > 0 } group ? group : null })
            .ToList();
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

    private static void Add(Dictionary<string, long>.AlternateLookup<ReadOnlySpan<char>> groups, ReadOnlySpan<char> group, long count)
    {
        if (!group.IsEmpty)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out _) += count;
        }
    }

    private static IOrderedEnumerable<KeyValuePair<string, long>> Sorted(IEnumerable<KeyValuePair<string, long>> groups) =>
        groups.OrderByDescending(group => group.Value).ThenBy(group => group.Key, StringComparer.Ordinal);
}
