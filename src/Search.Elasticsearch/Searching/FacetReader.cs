using System.Text.Json;
using Elastic.Clients.Elasticsearch.Aggregations;
using Elastic.Clients.Elasticsearch.Core.MSearch;
using Search.Archive.Searching;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Searching;

/// <summary>Facets from an answer's aggregations.</summary>
internal static class FacetReader
{
    /// <param name="answer">The answer with the page.</param>
    /// <param name="rest">Where it was asked for, what the answer lacked.</param>
    public static FacetCounts Read(
        MultiSearchItem<JsonElement> answer, AggregateDictionary? rest, FacetSelection selection, SearchFilters filters)
    {
        var counted = Counted.Of(answer, selection.Facet, filters.CountryKinds);
        var chosen = filters[selection.Facet].ValuesOf(selection.Facet).ToArray();
        var facet = Shown(selection, counted, chosen);
        facet = rest is not null && IsCut(answer.Aggregations!, selection.Facet)
            ? Mended(facet, Parts(rest, FilterPlan.NameOf(selection.Facet)), chosen)
            : facet;
        return selection.Facet == FacetName.Issuer ? IssuerTree.Over(facet, counted.Buckets, selection.Size, filters.Issuer) : facet;
    }

    /// <summary>A page of one facet's values, those that begin with the prefix whatever case and accents.</summary>
    public static FacetCounts ReadPage(MultiSearchItem<JsonElement> answer, FacetRequest request)
    {
        var counted = Counted.Of(answer, request.Facet, request.Search.Filters.CountryKinds);
        var matcher = new FacetLabelMatcher(request.Prefix);
        var fitting = Sorted(counted.Values.Where(value => matcher.Matches(request.Facet, value.Key))).ToArray();
        var values = fitting.Skip(request.Offset).Take(request.Size).Select(value => new FacetValue(value.Key, value.Value)).ToArray();
        return new FacetCounts(request.Facet, values, fitting.Length - values.Length, counted.Missing);
    }

    /// <summary>Whether a facet has more values than the answer lists.</summary>
    public static bool IsCut(AggregateDictionary aggregations, FacetName facet)
    {
        var name = FilterPlan.NameOf(facet);
        return Parts(aggregations, name).GetStringTerms(PageAggregations.Values(name))!.SumOtherDocCount > 0;
    }

    /// <summary>Where the parts of an aggregation stand: under its name if it has a filter of its own.</summary>
    public static AggregateDictionary Parts(AggregateDictionary aggregations, string name) =>
        aggregations.GetFilter(name)?.Aggregations ?? aggregations;

    private static FacetCounts Shown(FacetSelection selection, Counted counted, string[] chosen)
    {
        var counts = counted.Values.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
        var shown = Sorted(counted.Values).Take(selection.Size).ToDictionary(value => value.Key, value => value.Value);
        foreach (var value in chosen)
        {
            shown.TryAdd(value, counts.GetValueOrDefault(value));
        }

        return new FacetCounts(
            selection.Facet,
            [.. Sorted(shown).Select(value => new FacetValue(value.Key, value.Value))],
            counted.Values.Count - shown.Count(value => value.Value > 0),
            counted.Missing);
    }

    /// <summary>A facet that was cut, with the number of all its values and with the chosen ones counted by themselves.</summary>
    private static FacetCounts Mended(FacetCounts facet, AggregateDictionary rest, string[] chosen)
    {
        var name = FilterPlan.NameOf(facet.Name);
        var counts = chosen.Length > 0
            ? Buckets(rest, PageAggregations.Chosen(name)).ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal)
            : [];
        var mended = facet.Values.Select(value => KeyValuePair.Create(value.Value, counts.GetValueOrDefault(value.Value, value.Count)));
        var values = Sorted(mended).Select(value => new FacetValue(value.Key, value.Value)).ToArray();
        var distinct = rest.GetCardinality(PageAggregations.Distinct(name))!.Value;
        return facet with { Values = values, Other = Math.Max(0, distinct - values.Count(value => value.Count > 0)) };
    }

    private static IEnumerable<KeyValuePair<string, long>> Sorted(IEnumerable<KeyValuePair<string, long>> values) =>
        values.OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal);

    private static List<KeyValuePair<string, long>> Buckets(AggregateDictionary parts, string name) =>
        [.. parts.GetStringTerms(name)!.Buckets.Select(bucket => KeyValuePair.Create((string)bucket.Key.Value!, bucket.DocCount))];

    /// <param name="Values">Values with their hits, in no order.</param>
    /// <param name="Buckets">What was counted for them: paths, masks or the values themselves.</param>
    /// <param name="Missing">Hits without any value.</param>
    private sealed record Counted(
        IReadOnlyList<KeyValuePair<string, long>> Values, IReadOnlyList<KeyValuePair<string, long>> Buckets, long Missing)
    {
        public static Counted Of(MultiSearchItem<JsonElement> answer, FacetName facet, MentionKinds countryKinds)
        {
            var name = FilterPlan.NameOf(facet);
            var parts = Parts(answer.Aggregations!, name);
            var buckets = FacetReader.Buckets(parts, PageAggregations.Values(name));
            var all = buckets.Sum(bucket => bucket.Value)
                + (parts.GetStringTerms(PageAggregations.Values(name))!.SumOtherDocCount ?? 0);
            return new Counted(
                facet == FacetName.Issuer ? Names(buckets)
                    : FacetFields.CountsMasks(facet, countryKinds)
                        ? CountryMasks.Fold(buckets.Select(bucket => (bucket.Key, bucket.Value)), countryKinds)
                        : buckets,
                buckets,
                PageAggregations.Without(answer, name, all));
        }

        /// <summary>A name may stand in several paths, where sources differ in what they know of it.</summary>
        private static IReadOnlyList<KeyValuePair<string, long>> Names(List<KeyValuePair<string, long>> paths)
        {
            var counts = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var (path, count) in paths)
            {
                var name = IssuerGroups.NameIn(path);
                counts[name] = counts.GetValueOrDefault(name) + count;
            }

            return [.. counts];
        }
    }
}
