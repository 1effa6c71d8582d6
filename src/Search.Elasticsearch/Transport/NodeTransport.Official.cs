using System.Globalization;
using Elastic.Clients.Elasticsearch;
using Elastic.Transport;
using Elastic.Transport.Diagnostics.Auditing;
using Microsoft.Extensions.Logging;
using Search.Elasticsearch.Configuration;
using ElasticMethod = Elastic.Transport.HttpMethod;

namespace Search.Elasticsearch.Transport;

/// <summary>
/// Sends requests by the official client's transport, which keeps the pool of nodes and fails over itself. Its twin of the
/// same name in NodeTransport.HttpClient.cs does so by HttpClient; the project file chooses.
/// </summary>
internal sealed class NodeTransport : IDisposable
{
    private readonly ElasticsearchClientSettings _settings;
    private readonly ITransport _transport;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;
    private readonly int _nodes;

    public NodeTransport(ElasticsearchOptions options, ILogger logger, TimeProvider time)
    {
        _logger = logger;
        _time = time;
        _timeout = options.RequestTimeout;
        var nodes = options.Nodes();
        _nodes = nodes.Count;
        Elastic.Transport.NodePool pool = nodes.Count == 1 ? new SingleNodePool(nodes[0]) : new StaticNodePool(nodes);
        _settings = new ElasticsearchClientSettings(pool)
            .RequestTimeout(options.RequestTimeout)
            .DeadTimeout(TimeSpan.FromSeconds(1))
            .EnableHttpCompression(false);
        if (options.ApiKey is { } key)
        {
            _settings.Authentication(new ApiKey(key));
        }
        else if (options is { Username: { } name, Password: { } password })
        {
            _settings.Authentication(new BasicAuthentication(name, password));
        }

        if (ServerCertificates.Validator(options) is { } validator)
        {
            _settings.ServerCertificateValidationCallback(
                (sender, certificate, chain, errors) => validator(sender, certificate, chain, errors));
        }

        _transport = new ElasticsearchClient(_settings).Transport;
    }

    /// <summary>Tries each node at most once.</summary>
    /// <exception cref="TransportException">No node gave a whole answer.</exception>
    public async Task<NodeResponse> SendAsync(NodeRequest request, CancellationToken cancellationToken)
    {
        var path = new EndpointPath(Enum.Parse<ElasticMethod>(request.Method), request.Path);
        var body = request.Body.IsEmpty ? null : PostData.ReadOnlyMemory(request.Body);
        using var answer = await _transport.RequestAsync<StreamResponse>(path, body, null, Configuration(request), cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var details = answer.ApiCallDetails;
        var resent = LogFailover(details);
        if (details.HttpStatusCode is not { } status)
        {
            throw Failure(details.OriginalException, request);
        }

        try
        {
            using var content = new MemoryStream();
            await answer.Body.CopyToAsync(content, cancellationToken);
            return new NodeResponse(status, content.ToArray(), RetryAfter(details), resent);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            throw Failure(exception, request);
        }
    }

    public void Dispose() => ((IDisposable)_settings).Dispose();

    private RequestConfiguration Configuration(NodeRequest request) => new()
    {
        Accept = "application/json",
        ContentType = request.ContentType,
        RequestTimeout = request.Timeout ?? _timeout,
        MaxRetries = request.Repeatable ? _nodes - 1 : 0,
        DisableAuditTrail = false,
        DisablePings = true,
        ResponseHeadersToParse = new HeadersList("retry-after"),
    };

    /// <summary>Whether another node had the request before.</summary>
    private bool LogFailover(ApiCallDetails details)
    {
        var failed = (details.AuditTrail ?? []).Where(audit => audit.Event == AuditEvent.BadResponse).ToArray();
        foreach (var audit in failed)
        {
            _logger.LogWarning(
                "Elasticsearch node {Node} failed ({Reason}); {Rest}",
                audit.Node?.Uri,
                audit.Exception?.Message ?? $"status {details.HttpStatusCode}",
                _nodes > 1 ? "failing over to another node" : "there is no other node");
        }

        return failed.Length > 0;
    }

    private TransportException Failure(Exception? exception, NodeRequest request)
    {
        var inner = exception?.InnerException ?? exception;
        var timedOut = inner is OperationCanceledException or TimeoutException || exception is OperationCanceledException;
        return timedOut
            ? new TransportException($"no answer within {(request.Timeout ?? _timeout).TotalSeconds:0.#} seconds",
                timedOut: true, exception)
            : new TransportException(inner?.Message ?? "no node answered", timedOut: false, exception);
    }

    private TimeSpan? RetryAfter(ApiCallDetails details)
    {
        if (!details.TryGetHeader("retry-after", out var values) || values.FirstOrDefault() is not { } text)
        {
            return null;
        }

        var wait = int.TryParse(text, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var at) ? at - _time.GetUtcNow()
            : TimeSpan.Zero;
        return wait > TimeSpan.Zero ? wait : null;
    }
}
