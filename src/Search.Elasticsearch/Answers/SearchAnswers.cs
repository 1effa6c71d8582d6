using System.Runtime.ExceptionServices;
using System.Text.Json.Serialization;
using Elastic.Clients.Elasticsearch;
using Elastic.Transport.Products.Elasticsearch;
using Search.Core.Statements;
using ErrorCause = Elastic.Clients.Elasticsearch.ErrorCause;

namespace Search.Elasticsearch.Answers;

/// <summary>
/// The answer to several searches for pages, in their order. The client's own types hold the same and take more than twice as long
/// to read: a tree of each document and an object of each bucket, which a page then takes apart
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

/// <param name="Document">What was read of its document.</param>
/// <param name="Score">Null where hits are not scored.</param>
/// <param name="Sort">What it is sorted by; empty where hits are not sorted.</param>
internal sealed record FoundStatement(StoredDocument Document, double? Score, IReadOnlyList<FieldValue> Sort)
{
    /// <exception cref="Exception">Its document is no statement's.</exception>
    public Statement Statement => Document.Statement;
}

/// <summary>
/// A statement, or why its document is none: that is told where the statement is wanted. Thrown while an answer is read, it would pass
/// for an answer that was cut short, and be asked for again.
/// </summary>
internal readonly record struct StoredDocument(Statement? Read, ExceptionDispatchInfo? Fault)
{
    public Statement Statement
    {
        get
        {
            Fault?.Throw();
            return Read!;
        }
    }
}
