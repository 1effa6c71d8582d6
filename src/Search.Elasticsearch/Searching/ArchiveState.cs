using System.Globalization;
using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.MSearch;

namespace Search.Elasticsearch.Searching;

/// <summary>
/// Whether an archive is as it was: how many documents there are and which was written last. Cheap, and needs no more than
/// the right to read.
/// </summary>
internal static class ArchiveState
{
    public static MultisearchBody Body() => new()
    {
        Size = 1,
        TrackTotalHits = true,
        Source = false,
        Sort = [new FieldSort("_seq_no") { Order = Elastic.Clients.Elasticsearch.SortOrder.Desc }],
    };

    public static string Read(MultiSearchItem<JsonElement> answer) => answer.Hits.FirstOrDefault() is { } last
        ? string.Create(CultureInfo.InvariantCulture, $"{last.Index}.{answer.Total}.{last.Sort!.First().Value}")
        : "empty";
}
