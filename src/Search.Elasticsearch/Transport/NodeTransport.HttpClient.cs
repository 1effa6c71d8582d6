using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Logging;
using Search.Elasticsearch.Configuration;

namespace Search.Elasticsearch.Transport;

/// <summary>
/// Sends requests to the nodes by HttpClient and fails over between them. Its twin of the same name in
/// NodeTransport.Official.cs does so by the official client; the project file chooses.
/// </summary>
internal sealed class NodeTransport : IDisposable
{
    private readonly HttpClient _client;
    private readonly NodePool _nodes;
    private readonly TimeProvider _time;
    private readonly TimeSpan _timeout;

    public NodeTransport(ElasticsearchOptions options, ILogger logger, TimeProvider time)
    {
        _time = time;
        _timeout = options.RequestTimeout;
        _nodes = new NodePool(options.Nodes(), time, logger);
        var handler = new SocketsHttpHandler
        {
            AutomaticDecompression = System.Net.DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            UseCookies = false,
            UseProxy = false,
            AllowAutoRedirect = false,
        };
        if (ServerCertificates.Validator(options) is { } validator)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = validator;
        }

        _client = new HttpClient(handler) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.Authorization = Authorization(options);
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <summary>Tries each node at most once.</summary>
    /// <exception cref="TransportException">No node gave a whole answer.</exception>
    public async Task<NodeResponse> SendAsync(NodeRequest request, CancellationToken cancellationToken)
    {
        NodeResponse? refused = null;
        NodeFailure? failure = null;
        foreach (var node in _nodes.Order())
        {
            var attempt = await TryAsync(_nodes[node], request, cancellationToken);
            if (attempt.Response is { } response)
            {
                var resent = failure is { MayHaveArrived: true } || refused is not null;
                if (response.Status is not (502 or 503 or 504))
                {
                    _nodes.Succeeded(node);
                    return response with { Resent = resent };
                }

                _nodes.Failed(node, $"status {response.Status}");
                refused = response with { Resent = resent };
            }
            else
            {
                failure = attempt.Failure!;
                _nodes.Failed(node, failure.Message);
            }

            if (!request.Repeatable && (refused is not null || failure is { MayHaveArrived: true }))
            {
                break;
            }
        }

        return refused ?? throw new TransportException(failure!.Message, failure.TimedOut, failure.Exception);
    }

    public void Dispose() => _client.Dispose();

    private async Task<(NodeResponse? Response, NodeFailure? Failure)> TryAsync(
        Uri node, NodeRequest request, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(request.Timeout ?? _timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            using var message = Message(node, request);
            using var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return (new NodeResponse((int)response.StatusCode, body, RetryAfter(response.Headers.RetryAfter)), null);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            var message = $"{node} gave no answer within {(request.Timeout ?? _timeout).TotalSeconds:0.#} seconds";
            return (null, new NodeFailure(message, TimedOut: true, MayHaveArrived: true, exception));
        }
        catch (HttpRequestException exception)
        {
            var arrived = exception.HttpRequestError is not (HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError);
            return (null, new NodeFailure($"{node}: {exception.InnerException?.Message ?? exception.Message}",
                TimedOut: false, arrived, exception));
        }
        catch (IOException exception)
        {
            return (null, new NodeFailure($"{node}: {exception.Message}", TimedOut: false, MayHaveArrived: true, exception));
        }
    }

    private static HttpRequestMessage Message(Uri node, NodeRequest request)
    {
        var address = new Uri(node.AbsoluteUri.TrimEnd('/') + "/" + request.Path.TrimStart('/'));
        var message = new HttpRequestMessage(new HttpMethod(request.Method), address);
        if (!request.Body.IsEmpty)
        {
            message.Content = new ReadOnlyMemoryContent(request.Body);
            message.Content.Headers.ContentType = new MediaTypeHeaderValue(request.ContentType);
        }

        return message;
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - _time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static AuthenticationHeaderValue? Authorization(ElasticsearchOptions options) => options switch
    {
        { ApiKey: { } key } => new("ApiKey", key),
        { Username: { } name, Password: { } password } =>
            new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{name}:{password}"))),
        _ => null,
    };

    private sealed record NodeFailure(string Message, bool TimedOut, bool MayHaveArrived, Exception Exception);
}
