using System.Text.Json.Serialization;
using Elastic.Clients.Elasticsearch;
using Elastic.Transport.Products.Elasticsearch;
using Search.Core.Statements;
using ErrorCause = Elastic.Clients.Elasticsearch.ErrorCause;

namespace Search.Elasticsearch.Answers;

/// <summary>
/// The answer to several searches for pages, in their order. The client's own types hold the same and take three times as long to
/// read: a tree of each document and an object of each bucket, which a page then takes apart
/// (docs/decisions/0113-what-a-page-costs-beside-elasticsearch.md).
/// </summary>
[JsonConverter(typeof(SearchAnswersConverter))]
internal sealed class SearchAnswers : ElasticsearchResponse
{
    /// <summary>Null where the answer was none.</summary>
    public IReadOnlyList<SearchAnswer>? Responses { get; init; }
}

/// <summary>The answer to one search, or why there is none.</summary>
internal sealed class SearchAnswer
{
    /// <summary>Null where the search was carried out.</summary>
    public ErrorCause? Error { get; init; }

    /// <summary>The HTTP status that the search alone would have had.</summary>
    public int Status { get; init; }

    public bool TimedOut { get; init; }

    public ShardStatistics Shards { get; init; } = new(failed: 0, successful: 0, total: 0);

    /// <summary>-1 where hits were not to be counted.</summary>
    public long Total { get; init; } = -1;

    public IReadOnlyList<FoundStatement> Hits { get; init; } = [];

    public AnswerParts Parts { get; init; } = AnswerParts.None;
}

/// <param name="Score">Null where hits are not scored.</param>
/// <param name="Sort">What it is sorted by; empty where hits are not sorted.</param>
internal sealed record FoundStatement(Statement Statement, double? Score, IReadOnlyList<FieldValue> Sort);
