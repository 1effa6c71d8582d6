namespace Search.Elasticsearch.Transport;

/// <summary>No node gave a whole answer.</summary>
internal sealed class NodeException : Exception
{
    private NodeException(string message, bool timedOut, bool mayHaveArrived, Exception? innerException)
        : base(message, innerException)
    {
        TimedOut = timedOut;
        MayHaveArrived = mayHaveArrived;
    }

    /// <summary>Whether one had the request and was silent for too long.</summary>
    public bool TimedOut { get; }

    /// <summary>Whether one may have carried it out all the same.</summary>
    public bool MayHaveArrived { get; }

    public static NodeException CutShort(Exception? exception) =>
        new("the answer was cut short or is no JSON", timedOut: false, mayHaveArrived: true, exception);

    /// <param name="exception">What the client says of an answer without a status.</param>
    /// <param name="timeout">How long it has waited.</param>
    public static NodeException Of(Exception? exception, TimeSpan timeout)
    {
        var chain = Chain(exception).ToArray();
        if (chain.Any(cause => cause is OperationCanceledException or TimeoutException))
        {
            return new NodeException(
                $"no answer within {timeout.TotalSeconds:0.#} seconds", timedOut: true, mayHaveArrived: true, exception);
        }

        var neverArrived = chain.OfType<HttpRequestException>().Any(cause => cause.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError);
        return new NodeException(InnermostMessage(exception) ?? "no node answered", timedOut: false, !neverArrived, exception);
    }

    public static string? InnermostMessage(Exception? exception) => Chain(exception).LastOrDefault()?.Message;

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            yield return exception;
        }
    }
}
