using System.Globalization;
using Elastic.Transport;
using Elastic.Transport.Products.Elasticsearch;

namespace Search.Elasticsearch.Transport;

/// <summary>What the cluster answered, whatever its status.</summary>
/// <param name="Call">What was asked, for messages: method and path.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="RetryAfter">What the header of that name says.</param>
/// <param name="Resent">Whether an earlier node or attempt may have had the request too.</param>
/// <param name="Problem">What the answer says of its error; null for one that is none.</param>
internal record ClusterAnswer(string Call, int Status, TimeSpan? RetryAfter, bool Resent, EngineProblem? Problem)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>Whether the cluster had too much to do, now or when it was asked before.</summary>
    public bool Busy { get; init; }

    /// <summary>The cluster or something before it asks to try again: nothing is wrong with the request.</summary>
    public bool IsTransient => Status is 429 or 502 or 503 or 504;

    /// <summary>Whether neither the alias nor an index of its name exists.</summary>
    public bool IsNoArchive => Status == 404 && Problem?.Type == EngineErrors.NoIndex;
}

/// <param name="Response">The answer as the client read it.</param>
internal sealed record ClusterAnswer<TResponse>(
    string Call, int Status, TimeSpan? RetryAfter, bool Resent, EngineProblem? Problem, TResponse Response)
    : ClusterAnswer(Call, Status, RetryAfter, Resent, Problem)
    where TResponse : TransportResponse
{
    public static ClusterAnswer<TResponse> Of(TResponse response, int status, bool resent, DateTimeOffset now)
    {
        var details = response.ApiCallDetails;
        return new ClusterAnswer<TResponse>(
            $"{details.HttpMethod} {details.Uri?.PathAndQuery}",
            status,
            Wait(details, now),
            resent,
            status is >= 200 and < 300 ? null : EngineProblem.Of((details.ProductError as ElasticsearchServerError)?.Error),
            response);
    }

    private static TimeSpan? Wait(ApiCallDetails details, DateTimeOffset now)
    {
        if (!details.TryGetHeader(ClientSettings.RetryAfter, out var values) || values.FirstOrDefault() is not { } text)
        {
            return null;
        }

        var wait = int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at) ? at - now
            : TimeSpan.Zero;
        return wait > TimeSpan.Zero ? wait : null;
    }
}
