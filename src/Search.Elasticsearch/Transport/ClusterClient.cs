using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Search.Archive.Searching;
using Search.Elasticsearch.Configuration;

namespace Search.Elasticsearch.Transport;

/// <summary>
/// Calls the cluster: sends, tries again what may be sent twice, and turns every answer that is none into an exception.
/// </summary>
internal sealed class ClusterClient : IDisposable
{
    /// <summary>A wait longer than this is the caller's to decide on: the exception carries it.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan s_longestReserve = TimeSpan.FromSeconds(1);

    private readonly NodeTransport _transport;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly bool _hasOtherNodes;
    private readonly string _archivePath;
    private readonly ResiliencePipeline<NodeResponse> _retries;
    private volatile bool _archiveSeen;

    public ClusterClient(ElasticsearchOptions options, ILogger logger, TimeProvider time)
    {
        _logger = logger;
        _time = time;
        _timeout = options.RequestTimeout;
        _hasOtherNodes = options.Nodes().Count > 1;
        _archivePath = options.Index + "/";
        _transport = new NodeTransport(options, logger, time);
        _retries = Retries(options, time);
    }

    /// <summary>Whether this process has found the archive: its absence is then a loss, and no beginning.</summary>
    public bool ArchiveSeen
    {
        get => _archiveSeen;
        set => _archiveSeen = value;
    }

    /// <summary>The answer parsed.</summary>
    /// <exception cref="EngineUnavailableException">Nobody answered, or the answer was an error.</exception>
    public async Task<JsonElement> CallAsync(NodeRequest request, CancellationToken cancellationToken)
    {
        var response = await SendAsync(request, cancellationToken);
        if (!response.IsSuccess)
        {
            throw Error(request, response);
        }

        return JsonElement.Parse(response.Body);
    }

    /// <summary>What an answer that is an error means, to a process that may have seen the archive before.</summary>
    public Exception Error(NodeRequest request, NodeResponse response) => EngineErrors.From(request, response, _archiveSeen);

    public Task<JsonElement> CallAsync(
        string method, string path, JsonNode? body, bool repeatable, CancellationToken cancellationToken, TimeSpan? timeout = null) =>
        CallAsync(
            new NodeRequest(method, path, repeatable)
            {
                Body = body is null ? default : JsonSerializer.SerializeToUtf8Bytes(body),
                Timeout = timeout,
            },
            cancellationToken);

    /// <summary>The answer whatever its status, for callers to whom 404 or 409 mean something.</summary>
    /// <remarks>
    /// The request's time is one for all nodes and attempts together. Where there are other nodes, a silent one is given
    /// up a little before it is over, so that it is known as silent and another still has its chance.
    /// </remarks>
    public async Task<NodeResponse> SendAsync(NodeRequest request, CancellationToken cancellationToken)
    {
        var budget = request.Timeout ?? _timeout;
        using var deadline = new CancellationTokenSource(budget, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var attempt = new Attempt(request with { Timeout = _hasOtherNodes ? budget - Reserve(budget) : budget });
        try
        {
            var response = request.Repeatable
                ? await _retries.ExecuteAsync(async token => await SendOnceAsync(attempt, token), either.Token)
                : await SendOnceAsync(attempt, either.Token);
            _archiveSeen |= response.IsSuccess && request.Path.StartsWith(_archivePath, StringComparison.Ordinal);
            return response;
        }
        catch (TransportException exception)
        {
            throw Unavailable(exception.Message, exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return attempt.Last ?? throw Unavailable($"there was no answer within {budget.TotalSeconds:0.#} seconds", exception);
        }
    }

    public void Dispose() => _transport.Dispose();

    private async Task<NodeResponse> SendOnceAsync(Attempt attempt, CancellationToken cancellationToken)
    {
        var again = attempt.Sent;
        attempt.Sent = true;
        var response = await _transport.SendAsync(attempt.Request, cancellationToken);
        if (response.IsSuccess && !IsJson(response.Body))
        {
            throw new TransportException("the answer was cut short or is no JSON", timedOut: false);
        }

        return attempt.Last = response with { Resent = response.Resent || again };
    }

    private static EngineUnavailableException Unavailable(string reason, Exception exception) =>
        new($"Elasticsearch cannot be asked: {reason}.", exception, TimeSpan.FromSeconds(5));

    /// <summary>Kept of a request's time for the nodes after a silent one.</summary>
    private static TimeSpan Reserve(TimeSpan budget) => budget / 4 < s_longestReserve ? budget / 4 : s_longestReserve;

    /// <summary>A proxy may cut an answer and still end it well; what is left must not be read as a short one.</summary>
    private static bool IsJson(byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
            }

            return body.Length > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private ResiliencePipeline<NodeResponse> Retries(ElasticsearchOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder<NodeResponse> { TimeProvider = time };
        if (options.Retries == 0)
        {
            return builder.Build();
        }

        return builder.AddRetry(new RetryStrategyOptions<NodeResponse>
        {
            MaxRetryAttempts = options.Retries,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome switch
            {
                { Exception: TransportException { TimedOut: false } } => true,
                { Result: { IsTransient: true } response } => !(response.RetryAfter > s_longestWait),
                _ => false,
            }),
            DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                RetryDelays.Next(options.RetryDelay, s_longestWait, arguments.AttemptNumber, arguments.Outcome.Result?.RetryAfter)),
            OnRetry = arguments =>
            {
                _logger.LogWarning(
                    "Elasticsearch asked again in {Delay} ms: {Reason}",
                    (int)arguments.RetryDelay.TotalMilliseconds,
                    arguments.Outcome.Exception?.Message ?? $"status {arguments.Outcome.Result?.Status}");
                return default;
            },
        }).Build();
    }

    private sealed class Attempt(NodeRequest request)
    {
        public NodeRequest Request { get; } = request;

        /// <summary>Whether the cluster may have had it already.</summary>
        public bool Sent { get; set; }

        /// <summary>What was answered before the time ended while waiting to ask again.</summary>
        public NodeResponse? Last { get; set; }
    }
}
