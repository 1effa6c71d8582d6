using Elastic.Clients.Elasticsearch.Aggregations;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Searching;

/// <summary>Facets from an answer's aggregations.</summary>
internal static class FacetReader
{
    public static FacetCounts Read(AggregateDictionary aggregations, FacetSelection selection, SearchFilters filters)
    {
        var name = FilterPlan.NameOf(selection.Facet);
        var parts = Parts(aggregations, name);
        var missing = PageAggregations.CountOf(parts, PageAggregations.Missing(name));
        var chosen = filters[selection.Facet].ValuesOf(selection.Facet).ToArray();
        var found = Buckets(parts, PageAggregations.Values(name));
        if (FacetFields.CountsMasks(selection.Facet, filters.CountryKinds))
        {
            var all = CountryMasks.Fold(found.Select(bucket => (bucket.Key, bucket.Value)), filters.CountryKinds);
            return Shown(selection, all, all, chosen, all.Count, missing);
        }

        var chosenCounts = chosen.Length > 0 ? Buckets(parts, PageAggregations.Chosen(name)) : [];
        var distinct = found.Count < selection.Size
            ? found.Count
            : parts.GetCardinality(PageAggregations.Distinct(name))!.Value;
        var facet = Shown(selection, found, chosenCounts, chosen, distinct, missing);
        return selection.Facet == FacetName.Issuer
            ? IssuerTree.Over(facet, Buckets(parts, PageAggregations.Paths(name)), selection.Size, filters.Issuer)
            : facet;
    }

    /// <summary>A page of one facet's values, those that begin with the prefix whatever case and accents.</summary>
    public static FacetCounts ReadPage(AggregateDictionary aggregations, FacetRequest request)
    {
        var (name, filters) = (FilterPlan.NameOf(request.Facet), request.Search.Filters);
        var parts = Parts(aggregations, name);
        IReadOnlyList<KeyValuePair<string, long>> all = Buckets(parts, PageAggregations.Values(name));
        if (FacetFields.CountsMasks(request.Facet, filters.CountryKinds))
        {
            all = CountryMasks.Fold(all.Select(bucket => (bucket.Key, bucket.Value)), filters.CountryKinds);
        }

        var matcher = new FacetLabelMatcher(request.Prefix);
        var fitting = Sorted(all.Where(value => matcher.Matches(request.Facet, value.Key))).ToArray();
        var values = fitting.Skip(request.Offset).Take(request.Size).Select(value => new FacetValue(value.Key, value.Value)).ToArray();
        var missing = PageAggregations.CountOf(parts, PageAggregations.Missing(name));
        return new FacetCounts(request.Facet, values, fitting.Length - values.Length, missing);
    }

    /// <summary>Where the parts of an aggregation stand: under its name if it has a filter of its own.</summary>
    public static AggregateDictionary Parts(AggregateDictionary aggregations, string name) =>
        aggregations.GetFilter(name)?.Aggregations ?? aggregations;

    private static FacetCounts Shown(
        FacetSelection selection,
        IReadOnlyList<KeyValuePair<string, long>> found,
        IReadOnlyList<KeyValuePair<string, long>> chosenCounts,
        string[] chosen,
        long distinct,
        long missing)
    {
        var shown = Sorted(found).Take(selection.Size).ToDictionary(value => value.Key, value => value.Value);
        var counts = chosenCounts.ToDictionary(value => value.Key, value => value.Value);
        foreach (var value in chosen)
        {
            shown.TryAdd(value, counts.GetValueOrDefault(value));
        }

        var withHits = shown.Count(value => value.Value > 0);
        return new FacetCounts(
            selection.Facet,
            [.. Sorted(shown).Select(value => new FacetValue(value.Key, value.Value))],
            Math.Max(0, distinct - withHits),
            missing);
    }

    private static IEnumerable<KeyValuePair<string, long>> Sorted(IEnumerable<KeyValuePair<string, long>> values) =>
        values.OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal);

    private static List<KeyValuePair<string, long>> Buckets(AggregateDictionary parts, string name) =>
        [.. parts.GetStringTerms(name)!.Buckets.Select(bucket => KeyValuePair.Create((string)bucket.Key.Value!, bucket.DocCount))];
}
