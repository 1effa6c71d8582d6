using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.IndexManagement;
using Elastic.Transport;
using Search.Elasticsearch.Answers;

namespace Search.Elasticsearch.Transport;

/// <summary>
/// What the client takes for a good answer and is none: an empty body is read as an answer without anything in it. What every answer
/// of its kind has tells the two apart.
/// </summary>
internal static class WholeAnswers
{
    public static bool IsWhole(TransportResponse response) => !IsEmpty(response) && response switch
    {
        SearchResponse<JsonElement> search => search is { HitsMetadata: not null, Shards: not null },
        MultiSearchResponse<JsonElement> searches => searches.Responses is not null,
        SearchAnswers pages => pages.Responses is not null,
        MultiGetResponse<JsonElement> documents => documents.Docs is not null,
        BulkResponse bulk => bulk.Items is not null,
        CountResponse count => count.Shards is not null,
        OpenPointInTimeResponse view => view.Id is not null,
        FieldCapsResponse fields => fields.Fields is not null,
        IndicesStatsResponse stats => stats.Shards is not null,
        StringResponse text => !string.IsNullOrWhiteSpace(text.Body),
        GetIndexResponse indices => indices.Indices is not null,
        _ => true, // nothing is read from it but that it came
    };

    private static bool IsEmpty(TransportResponse response) =>
        response.ApiCallDetails.TryGetHeader(ClientSettings.Length, out var length) && length.FirstOrDefault() == "0";
}
