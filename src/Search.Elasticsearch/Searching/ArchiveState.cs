using System.Globalization;
using System.Text.Json;
using Elastic.Clients.Elasticsearch.Aggregations;
using Elastic.Clients.Elasticsearch.Core.MSearch;
using Search.Elasticsearch.Answers;

namespace Search.Elasticsearch.Searching;

/// <summary>
/// Whether an archive is as it was: how many documents there are and which was written last. Cheap, and needs no more than
/// the right to read.
/// </summary>
internal static class ArchiveState
{
    private const string Index = "index";
    private const string Last = "last";

    /// <summary>A search without hits, which Elasticsearch keeps until the index changes.</summary>
    public static MultisearchBody Body() => new()
    {
        Size = 0,
        TrackTotalHits = true,
        Aggregations = new Dictionary<string, Aggregation>
        {
            [Index] = new TermsAggregation { Field = "_index", Size = 1 },
            [Last] = new MaxAggregation { Field = "_seq_no" },
        },
    };

    public static string Read(MultiSearchItem<JsonElement> answer) => Text(
        answer.Aggregations!.GetStringTerms(Index)!.Buckets.FirstOrDefault()?.Key.Value as string,
        answer.Total,
        answer.Aggregations!.GetMax(Last)!.Value);

    public static string Read(SearchAnswer answer) =>
        Text(answer.Parts[Index].Values is [var (index, _), ..] ? index : null, answer.Total, answer.Parts[Last].Number);

    private static string Text(string? index, long documents, double? last) =>
        index is null ? "empty" : string.Create(CultureInfo.InvariantCulture, $"{index}.{documents}.{last:F0}");
}
