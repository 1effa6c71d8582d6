using System.Text;

namespace Search.Elasticsearch.Transport;

/// <summary>One call of Elasticsearch's HTTP interface.</summary>
/// <param name="Method">GET, POST, PUT, DELETE or HEAD.</param>
/// <param name="Path">Relative, with its query string.</param>
/// <param name="Repeatable">Whether sending it twice does no harm. What is not is sent to another node only if none has had it.</param>
internal sealed record NodeRequest(string Method, string Path, bool Repeatable)
{
    public ReadOnlyMemory<byte> Body { get; init; }

    public string ContentType { get; init; } = "application/json";

    /// <summary>How long to wait for the whole answer, all nodes and attempts together; null for the configured time.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>What the caller does, for messages.</summary>
    public override string ToString() => $"{Method} {Path}";
}

/// <summary>What a node answered, whatever its status.</summary>
/// <param name="RetryAfter">What the header of that name says.</param>
/// <param name="Resent">Whether an earlier node or attempt may have had the request too.</param>
internal sealed record NodeResponse(int Status, byte[] Body, TimeSpan? RetryAfter, bool Resent = false)
{
    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The cluster or something before it asks to try again: nothing is wrong with the request.</summary>
    public bool IsTransient => Status is 429 or 502 or 503 or 504;

    public string Text => Encoding.UTF8.GetString(Body);
}

/// <summary>No node gave a whole answer.</summary>
/// <param name="timedOut">Whether one had the request and was silent for too long.</param>
internal sealed class TransportException(string message, bool timedOut, Exception? innerException = null)
    : Exception(message, innerException)
{
    public bool TimedOut { get; } = timedOut;
}
