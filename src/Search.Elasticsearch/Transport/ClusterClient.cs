using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Requests;
using Elastic.Transport;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;
using Search.Archive.Searching;
using Search.Elasticsearch.Configuration;

namespace Search.Elasticsearch.Transport;

/// <summary>How a call may be made.</summary>
/// <param name="Repeatable">Whether sending it twice does no harm. What is not is sent to another node only if none has had it.</param>
/// <param name="Timeout">How long to wait for the whole answer, all nodes and attempts together; null for the configured time.</param>
internal readonly record struct CallOptions(bool Repeatable = true, TimeSpan? Timeout = null)
{
    public static CallOptions Once { get; } = new(Repeatable: false);

    public static CallOptions Within(TimeSpan timeout) => new(Repeatable: true, timeout);
}

/// <summary>
/// The only caller of the official client: sends, tries again what may be sent twice, and turns every answer that is none into an
/// exception. Between nodes the client fails over by itself; it never waits, and never asks a lone node twice.
/// </summary>
internal sealed class ClusterClient : IDisposable
{
    /// <summary>
    /// Elasticsearch 8 does not know the media type that the client asks for by itself, and 9 takes the plain one as well.
    /// </summary>
    private const string Json = "application/json";

    /// <summary>A wait longer than this is the caller's to decide on: the exception carries it.</summary>
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(5);

    private readonly ElasticsearchClientSettings _settings;
    private readonly ElasticsearchClient _client;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly IReadOnlyList<Uri> _nodes;
    private readonly NodeLog _nodeLog;
    private readonly string _archivePath;
    private readonly ResiliencePipeline _retries;
    private volatile bool _archiveSeen;

    public ClusterClient(ElasticsearchOptions options, ILogger logger, TimeProvider time)
    {
        _settings = ClientSettings.From(options);
        _client = new ElasticsearchClient(_settings);
        _logger = logger;
        _time = time;
        _timeout = options.RequestTimeout;
        _nodes = options.Nodes();
        _nodeLog = new NodeLog(_nodes.Count, logger);
        _archivePath = $"/{options.Index}/";
        _retries = Retries(options, time);
    }

    /// <summary>Whether this process has found the archive: its absence is then a loss, and no beginning.</summary>
    public bool ArchiveSeen
    {
        get => _archiveSeen;
        set => _archiveSeen = value;
    }

    /// <summary>The answer to a typed request.</summary>
    /// <param name="request">What is asked; how it is sent is set here.</param>
    /// <param name="send">Sends it by the client's method for it.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <param name="options">How it may be sent.</param>
    /// <exception cref="EngineUnavailableException">Nobody answered, or the answer was an error.</exception>
    public async Task<TResponse> CallAsync<TParameters, TResponse>(
        Request<TParameters> request,
        Func<ElasticsearchClient, CancellationToken, Task<TResponse>> send,
        CancellationToken cancellationToken,
        CallOptions? options = null)
        where TParameters : RequestParameters, new()
        where TResponse : TransportResponse =>
        Require(await SendAsync(request, send, cancellationToken, options)).Response;

    /// <summary>The answer whatever its status, for callers to whom 404 or 409 mean something.</summary>
    public Task<ClusterAnswer<TResponse>> SendAsync<TParameters, TResponse>(
        Request<TParameters> request,
        Func<ElasticsearchClient, CancellationToken, Task<TResponse>> send,
        CancellationToken cancellationToken,
        CallOptions? options = null)
        where TParameters : RequestParameters, new()
        where TResponse : TransportResponse =>
        SendAsync(
            (configuration, token) =>
            {
                request.RequestConfiguration = configuration;
                return send(_client, token);
            },
            options ?? new CallOptions(),
            cancellationToken);

    /// <summary>The same for what the client's types cannot say: the body goes out as it is.</summary>
    public Task<ClusterAnswer<TResponse>> SendAsync<TResponse>(
        EndpointPath path, PostData body, CancellationToken cancellationToken, CallOptions? options = null)
        where TResponse : TransportResponse, new() =>
        SendAsync(
            (configuration, token) => _client.Transport.RequestAsync<TResponse>(path, body, null, configuration, token),
            options ?? new CallOptions(),
            cancellationToken);

    /// <summary>A part of a request as the client would write it.</summary>
    public byte[] ToJson<T>(T part)
    {
        using var json = new MemoryStream();
        _client.RequestResponseSerializer.Serialize(part, json);
        return json.ToArray();
    }

    /// <exception cref="Exception">What the answer means, if it is an error.</exception>
    public ClusterAnswer<TResponse> Require<TResponse>(ClusterAnswer<TResponse> answer)
        where TResponse : TransportResponse => answer.IsSuccess ? answer : throw Error(answer);

    /// <summary>What an answer that is an error means, to a process that may have seen the archive before.</summary>
    public Exception Error(ClusterAnswer answer) => EngineErrors.From(answer, _archiveSeen);

    /// <summary>The settings alone are to be disposed of: the client has nothing else.</summary>
    public void Dispose() => ((IDisposable)_settings).Dispose();

    /// <remarks>
    /// The request's time is one for all nodes and attempts together. Where there are other nodes, a silent one is given
    /// up a little before it is over, so that it is known as silent and another still has its chance.
    /// </remarks>
    private async Task<ClusterAnswer<TResponse>> SendAsync<TResponse>(
        Func<RequestConfiguration, CancellationToken, Task<TResponse>> send, CallOptions options, CancellationToken cancellationToken)
        where TResponse : TransportResponse
    {
        var budget = options.Timeout ?? _timeout;
        using var deadline = new CancellationTokenSource(budget, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var attempts = new Attempts<TResponse>(send, new RequestConfiguration
        {
            Accept = Json,
            ContentType = Json,
            RequestTimeout = NodeTime.Of(budget, _nodes.Count),
        });
        try
        {
            var answer = options.Repeatable
                ? await _retries.ExecuteAsync(async token => await TryAsync(attempts, token), either.Token)
                : await SendToOneAsync(attempts, either.Token);
            _archiveSeen |= answer.IsSuccess && answer.Call.Contains(_archivePath, StringComparison.Ordinal);
            return answer;
        }
        catch (NodeException exception)
        {
            throw Unavailable(exception.Message, exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            return attempts.Last ?? throw Unavailable($"there was no answer within {budget.TotalSeconds:0.#} seconds", exception);
        }
    }

    /// <summary>Asks one node, as the client would else send it on to the next; another only where the first cannot have had it.</summary>
    private async Task<ClusterAnswer<TResponse>> SendToOneAsync<TResponse>(
        Attempts<TResponse> attempts, CancellationToken cancellationToken)
        where TResponse : TransportResponse
    {
        var order = _nodes.OrderBy(_nodeLog.IsFailing).ToArray();
        foreach (var node in order[..^1])
        {
            attempts.Configuration = attempts.Configuration with { ForceNode = node };
            try
            {
                return await TryAsync(attempts, cancellationToken);
            }
            catch (NodeException exception) when (!exception.MayHaveArrived)
            {
            }
        }

        attempts.Configuration = attempts.Configuration with { ForceNode = order[^1] };
        return await TryAsync(attempts, cancellationToken);
    }

    private async Task<ClusterAnswer<TResponse>> TryAsync<TResponse>(Attempts<TResponse> attempts, CancellationToken cancellationToken)
        where TResponse : TransportResponse
    {
        var again = attempts.Sent;
        attempts.Sent = true;
        TResponse response;
        try
        {
            response = await attempts.SendAsync(cancellationToken);
        }
        catch (UnsupportedProductException exception)
        {
            throw new ArchiveAccessException(
                $"What answers at {string.Join(", ", _nodes)} is no Elasticsearch ({exception.Message}). OpenSearch and other "
                + "relatives are not served: point Search:Elasticsearch:Urls at Elasticsearch 8 or 9.");
        }
        catch (TransportException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _nodeLog.Note(exception.AuditTrail, status: null);
            throw NodeException.CutShort(exception);
        }

        cancellationToken.ThrowIfCancellationRequested(); // the client answers a cancelled call as if it were a bad one
        var details = response.ApiCallDetails;
        var failedOver = _nodeLog.Note(details.AuditTrail, details.HttpStatusCode);
        if (details.HttpStatusCode is not { } status)
        {
            throw NodeException.Of(details.OriginalException, attempts.Configuration.RequestTimeout!.Value);
        }

        var answer = ClusterAnswer<TResponse>.Of(response, status, failedOver || again, _time.GetUtcNow());
        if (answer.IsSuccess && !WholeAnswers.IsWhole(response))
        {
            throw NodeException.CutShort(details.OriginalException);
        }

        attempts.Busy |= status == 429;
        return attempts.Last = answer with { Busy = attempts.Busy };
    }

    private static EngineUnavailableException Unavailable(string reason, Exception exception) =>
        new($"Elasticsearch cannot be asked: {reason}.", exception, TimeSpan.FromSeconds(5));

    private ResiliencePipeline Retries(ElasticsearchOptions options, TimeProvider time)
    {
        var builder = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.Retries == 0)
        {
            return builder.Build();
        }

        return builder.AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = options.Retries,
            ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome switch
            {
                { Exception: NodeException { TimedOut: var timedOut } } => !timedOut || _nodes.Count > 1,
                { Result: ClusterAnswer { IsTransient: true } answer } => !(answer.RetryAfter > s_longestWait),
                _ => false,
            }),
            DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
                arguments.Outcome.Exception is NodeException { TimedOut: true }
                    ? TimeSpan.Zero // what is left of the time is another node's
                    : RetryDelays.Next(
                        options.RetryDelay,
                        s_longestWait,
                        arguments.AttemptNumber,
                        (arguments.Outcome.Result as ClusterAnswer)?.RetryAfter)),
            OnRetry = arguments =>
            {
                _logger.LogWarning(
                    "Elasticsearch asked again in {Delay} ms: {Reason}",
                    (int)arguments.RetryDelay.TotalMilliseconds,
                    arguments.Outcome.Exception?.Message ?? $"status {(arguments.Outcome.Result as ClusterAnswer)?.Status}");
                return default;
            },
        }).Build();
    }
}
