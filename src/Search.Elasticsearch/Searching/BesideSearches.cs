using Elastic.Clients.Elasticsearch.Aggregations;
using Elastic.Clients.Elasticsearch.Core.MSearch;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Elasticsearch.Answers;
using Search.Elasticsearch.Queries;

namespace Search.Elasticsearch.Searching;

/// <summary>
/// The searches that count what is beside a page. Levels that read places of words are counted within each other, each as a filter of
/// the next wider one: so places are read again only where the wider one has found something. The others are searches of their own:
/// statements that have a word are counted without looking at them, unless they are looked at for something else
/// (docs/decisions/0119-levels-within-each-other.md).
/// </summary>
internal static class BesideSearches
{
    private const string Stricter = "stricter";

    /// <returns>None where one of them asks for too much: that is no reason for a page to fail.</returns>
    public static IReadOnlyList<MultisearchBody> Write(SearchRequest request)
    {
        try
        {
            return [.. Together(request.Beside).Select(levels => Write(request, levels))];
        }
        catch (QueryTooCostlyException)
        {
            return [];
        }
    }

    /// <param name="answers">Those to <see cref="Write(SearchRequest)"/>.</param>
    /// <returns>
    /// The counts in their order; null where they were not asked for, or one failed, lacks a part of the archive or did not end in time.
    /// </returns>
    public static IReadOnlyList<long>? Read(BesideQueries beside, IReadOnlyList<SearchAnswer> answers)
    {
        var searches = Together(beside);
        return answers.Count == searches.Count && answers.All(answer => answer is { Error: null, TimedOut: false, Shards.Failed: 0 })
            ? [.. searches.Zip(answers).SelectMany(search => Counts(search.First.Count, search.Second))]
            : null;
    }

    /// <summary>What each search counts, strictest first.</summary>
    private static List<List<MatchNode>> Together(BesideQueries beside)
    {
        List<List<MatchNode>> searches = [];
        var within = false;
        foreach (var level in beside.Levels)
        {
            var reads = ReadsPlaces(level);
            if (within && reads)
            {
                searches[^1].Add(level);
            }
            else
            {
                searches.Add([level]);
            }

            within = reads;
        }

        searches.AddRange(beside.Others.Select(other => new List<MatchNode> { other }));
        return searches;
    }

    private static bool ReadsPlaces(MatchNode level) => level switch
    {
        PhraseMatch phrase => phrase.Slots.Count > 1,
        ProximityMatch => true,
        ConjunctionMatch all => all.Operands.Any(ReadsPlaces),
        _ => false,
    };

    private static MultisearchBody Write(SearchRequest request, List<MatchNode> levels)
    {
        Dictionary<string, Aggregation>? stricter = null;
        foreach (var level in levels.SkipLast(1))
        {
            var filter = MatchQueryWriter.Write(level, request.Filters.CountryKinds);
            stricter = new() { [Stricter] = new Aggregation { Filter = filter, Aggregations = stricter } };
        }

        var body = SearchBodyWriter.WriteCount(request with { Query = levels[^1], Size = 0, After = null });
        body.Aggregations = stricter;
        return body;
    }

    private static IEnumerable<long> Counts(int levels, SearchAnswer answer)
    {
        var counts = new List<long> { answer.Total };
        for (var parts = answer.Parts; counts.Count < levels; parts = parts[Stricter].Parts)
        {
            counts.Add(parts[Stricter].Count);
        }

        counts.Reverse();
        return counts;
    }
}
