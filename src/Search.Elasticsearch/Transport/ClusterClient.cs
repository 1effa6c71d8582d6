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

    private readonly NodeTransport _transport;
    private readonly ILogger _logger;
    private readonly ResiliencePipeline<NodeResponse> _retries;

    public ClusterClient(ElasticsearchOptions options, ILogger logger, TimeProvider time)
    {
        _logger = logger;
        _transport = new NodeTransport(options, logger, time);
        _retries = Retries(options, time);
    }

    /// <summary>The answer parsed.</summary>
    /// <exception cref="EngineUnavailableException">Nobody answered, or the answer was an error.</exception>
    public async Task<JsonElement> CallAsync(NodeRequest request, CancellationToken cancellationToken)
    {
        var response = await SendAsync(request, cancellationToken);
        if (!response.IsSuccess)
        {
            throw EngineErrors.From(request, response);
        }

        return JsonElement.Parse(response.Body);
    }

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
    public async Task<NodeResponse> SendAsync(NodeRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return request.Repeatable
                ? await _retries.ExecuteAsync(async token => await SendOnceAsync(request, token), cancellationToken)
                : await SendOnceAsync(request, cancellationToken);
        }
        catch (TransportException exception)
        {
            throw new EngineUnavailableException($"Elasticsearch cannot be asked: {exception.Message}.", exception, TimeSpan.FromSeconds(5));
        }
    }

    public void Dispose() => _transport.Dispose();

    private async Task<NodeResponse> SendOnceAsync(NodeRequest request, CancellationToken cancellationToken)
    {
        var response = await _transport.SendAsync(request, cancellationToken);
        if (response.IsSuccess && !IsJson(response.Body))
        {
            throw new TransportException("the answer was cut short or is no JSON", timedOut: false);
        }

        return response;
    }

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
}
