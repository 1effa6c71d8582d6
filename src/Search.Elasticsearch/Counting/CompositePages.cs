using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Aggregations;
using Elastic.Clients.Elasticsearch.Core.MSearch;
using Search.Elasticsearch.Searching;

namespace Search.Elasticsearch.Counting;

/// <summary>
/// All buckets of composite aggregations, page after page: they are exact on any number of shards and never cut, as terms are.
/// </summary>
internal static class CompositePages
{
    public const string Name = "pages";

    /// <summary>Buckets of one page.</summary>
    public const int Size = 10_000;

    public static CompositeAggregation Aggregation(params KeyValuePair<string, CompositeAggregationSource>[] sources) =>
        new() { Size = Size, Sources = sources };

    /// <summary>What is left of bodies whose aggregations had more than a page.</summary>
    /// <param name="bodies">Each with an aggregation of this name, or without.</param>
    /// <param name="answers">Theirs.</param>
    /// <returns>For each body its buckets, those of <paramref name="answers"/> first.</returns>
    public static async Task<IReadOnlyList<IReadOnlyList<CompositeBucket>>> ReadAsync(
        ArchiveSearches searches,
        IReadOnlyList<MultisearchBody> bodies,
        IReadOnlyList<MultiSearchItem<JsonElement>> answers,
        TimeSpan budget,
        CancellationToken cancellationToken)
    {
        var buckets = bodies.Select(_ => new List<CompositeBucket>()).ToArray();
        var open = Take(buckets, Enumerable.Range(0, bodies.Count).Zip(answers));
        while (open.Count > 0)
        {
            foreach (var (body, after) in open)
            {
                bodies[body].Aggregations![Name].Composite!.After = after;
            }

            var more = await searches.SendManyAsync([.. open.Select(rest => bodies[rest.Body])], null, budget, cancellationToken);
            open = Take(buckets, open.Select(rest => rest.Body).Zip(more));
        }

        return buckets;
    }

    private static List<(int Body, IDictionary<Field, FieldValue> After)> Take(
        List<CompositeBucket>[] buckets, IEnumerable<(int Body, MultiSearchItem<JsonElement> Answer)> answers)
    {
        var open = new List<(int, IDictionary<Field, FieldValue>)>();
        foreach (var (body, answer) in answers)
        {
            AnswerTime.RequireAllValues(answer.TimedOut);
            if (answer.Aggregations?.GetComposite(Name) is not { } page)
            {
                continue;
            }

            buckets[body].AddRange(page.Buckets);
            if (page.Buckets.Count == Size && page.AfterKey is { } after)
            {
                open.Add((body, after.ToDictionary(key => (Field)key.Key, key => key.Value)));
            }
        }

        return open;
    }
}
