using Elastic.Transport;

namespace Search.Elasticsearch.Transport;

/// <summary>One call on its way, however often it is sent.</summary>
internal sealed class Attempts<TResponse>(
    Func<RequestConfiguration, CancellationToken, Task<TResponse>> send, RequestConfiguration configuration)
    where TResponse : TransportResponse
{
    public RequestConfiguration Configuration { get; set; } = configuration;

    /// <summary>Whether the cluster may have had it already.</summary>
    public bool Sent { get; set; }

    /// <summary>Whether the cluster had too much to do for one of them.</summary>
    public bool Busy { get; set; }

    /// <summary>What was answered before the time ended while waiting to ask again.</summary>
    public ClusterAnswer<TResponse>? Last { get; set; }

    public Task<TResponse> SendAsync(CancellationToken cancellationToken) => send(Configuration, cancellationToken);
}
