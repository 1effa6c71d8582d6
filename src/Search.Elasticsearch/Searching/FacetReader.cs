using System.Runtime.InteropServices;
using Search.Archive.Searching;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Elasticsearch.Answers;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Searching;

/// <summary>Facets from an answer's aggregations.</summary>
internal static class FacetReader
{
    /// <param name="answer">The answer with the page.</param>
    /// <param name="rest">Where it was asked for, what the answer lacked.</param>
    public static FacetCounts Read(SearchAnswer answer, AnswerParts? rest, FacetSelection selection, SearchFilters filters)
    {
        var counted = Counted.Of(answer, selection.Facet, filters.CountryKinds);
        var chosen = filters[selection.Facet].ValuesOf(selection.Facet).ToArray();
        var facet = Shown(selection, counted, chosen);
        facet = rest is not null && IsCut(answer.Parts, selection.Facet)
            ? Mended(facet, Parts(rest, FilterPlan.NameOf(selection.Facet)), chosen)
            : facet;
        return selection.Facet == FacetName.Issuer ? IssuerTree.Over(facet, counted.Buckets, selection.Size, filters.Issuer) : facet;
    }

    /// <summary>A page of one facet's values, those that begin with the prefix whatever case and accents.</summary>
    public static FacetCounts ReadPage(SearchAnswer answer, FacetRequest request)
    {
        var counted = Counted.Of(answer, request.Facet, request.Search.Filters.CountryKinds);
        var matcher = new FacetLabelMatcher(request.Prefix);
        var fitting = Sorted(counted.Values.Where(value => matcher.Matches(request.Facet, value.Key))).ToArray();
        var values = fitting.Skip(request.Offset).Take(request.Size).Select(value => new FacetValue(value.Key, value.Value)).ToArray();
        return new FacetCounts(request.Facet, values, fitting.Length - values.Length, counted.Missing);
    }

    /// <summary>Whether a facet has more values than the answer lists.</summary>
    public static bool IsCut(AnswerParts counts, FacetName facet)
    {
        var name = FilterPlan.NameOf(facet);
        return Parts(counts, name)[PageAggregations.Values(name)].Others > 0;
    }

    /// <summary>Where the parts of an aggregation stand: under its name if it has a filter of its own.</summary>
    public static AnswerParts Parts(AnswerParts counts, string name) => counts.Find(name)?.Parts ?? counts;

    private static FacetCounts Shown(FacetSelection selection, Counted counted, string[] chosen)
    {
        var shown = Sorted(counted.Values).Take(selection.Size).ToDictionary(value => value.Key, value => value.Value);
        foreach (var value in chosen.Except(shown.Keys).ToList())
        {
            shown.Add(value, counted.Values.FirstOrDefault(entry => entry.Key == value).Value);
        }

        return new FacetCounts(
            selection.Facet,
            [.. Sorted(shown).Select(value => new FacetValue(value.Key, value.Value))],
            counted.Values.Count - shown.Count(value => value.Value > 0),
            counted.Missing);
    }

    /// <summary>A facet that was cut, with the number of all its values and with the chosen ones counted by themselves.</summary>
    private static FacetCounts Mended(FacetCounts facet, AnswerParts rest, string[] chosen)
    {
        var name = FilterPlan.NameOf(facet.Name);
        var counts = chosen.Length > 0
            ? rest[PageAggregations.Chosen(name)].Values.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal)
            : [];
        var mended = facet.Values.Select(value => KeyValuePair.Create(value.Value, counts.GetValueOrDefault(value.Value, value.Count)));
        var values = Sorted(mended).Select(value => new FacetValue(value.Key, value.Value)).ToArray();
        var distinct = (long)rest[PageAggregations.Distinct(name)].Number!;
        return facet with { Values = values, Other = Math.Max(0, distinct - values.Count(value => value.Count > 0)) };
    }

    private static IEnumerable<KeyValuePair<string, long>> Sorted(IEnumerable<KeyValuePair<string, long>> values) =>
        values.OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal);

    /// <param name="Values">Values with their hits, in no order.</param>
    /// <param name="Buckets">What was counted for them: paths, masks or the values themselves.</param>
    /// <param name="Missing">Hits without any value.</param>
    private sealed record Counted(
        IReadOnlyCollection<KeyValuePair<string, long>> Values, IReadOnlyCollection<KeyValuePair<string, long>> Buckets, long Missing)
    {
        public static Counted Of(SearchAnswer answer, FacetName facet, MentionKinds countryKinds)
        {
            var name = FilterPlan.NameOf(facet);
            var counted = Parts(answer.Parts, name)[PageAggregations.Values(name)];
            if (FacetFields.CountsNone(facet, countryKinds))
            {
                var values = counted.Values.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
                values.Remove(FacetFields.NoCountry, out var without);
                return new Counted(values, counted.Values, without);
            }

            var all = counted.Values.Sum(value => value.Value) + counted.Others;
            return new Counted(
                facet == FacetName.Issuer ? Names(counted.Values)
                    : FacetFields.CountsMasks(facet, countryKinds)
                        ? CountryMasks.Fold(counted.Values, countryKinds)
                        : counted.Values,
                counted.Values,
                PageAggregations.Without(answer, name, all));
        }

        /// <summary>A name may stand in several paths, where sources differ in what they know of it.</summary>
        private static Dictionary<string, long> Names(IReadOnlyCollection<KeyValuePair<string, long>> paths)
        {
            var counts = new Dictionary<string, long>(paths.Count, StringComparer.Ordinal);
            var names = counts.GetAlternateLookup<ReadOnlySpan<char>>();
            foreach (var (path, count) in paths)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(names, path.AsSpan(IssuerGroups.NameStart(path)), out _) += count;
            }

            return counts;
        }
    }
}
