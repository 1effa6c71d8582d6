using Elastic.Clients.Elasticsearch;
using Elastic.Transport;
using Search.Elasticsearch.Configuration;

namespace Search.Elasticsearch.Transport;

/// <summary>The official client's settings by the options.</summary>
internal static class ClientSettings
{
    /// <summary>Headers of answers that are read.</summary>
    public const string RetryAfter = "retry-after";
    public const string Length = "content-length";

    /// <summary>A node that failed rests this long, and twice as long each time it fails again, up to the longest rest.</summary>
    private static readonly TimeSpan s_firstRest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestRest = TimeSpan.FromSeconds(30);

    /// <remarks>
    /// No sniffing: the addresses that nodes publish are often none that a client can reach, as in containers. Requests are written into
    /// memory that is lent: a bulk request has megabytes, and each new one of that size makes the runtime look through its whole heap.
    /// </remarks>
    public static ElasticsearchClientSettings From(ElasticsearchOptions options)
    {
        NodePool pool = options.Nodes() is [{ } single] ? new SingleNodePool(single) : new StaticNodePool(options.Nodes());
        var settings = new ElasticsearchClientSettings(pool)
            .RequestTimeout(options.RequestTimeout)
            .DeadTimeout(s_firstRest)
            .MaxDeadTimeout(s_longestRest)
            .DisablePing()
            .DisableAutomaticProxyDetection()
            .EnableHttpCompression(false)
            .MemoryStreamFactory(RecyclableMemoryStreamFactory.Default)
            .ResponseHeadersToParse(new HeadersList([RetryAfter, Length]));
        if (options.ApiKey is { } key)
        {
            settings.Authentication(new ApiKey(key));
        }
        else if (options is { Username: { } name, Password: { } password })
        {
            settings.Authentication(new BasicAuthentication(name, password));
        }

        if (ServerCertificates.Validator(options) is { } validator)
        {
            settings.ServerCertificateValidationCallback(
                (sender, certificate, chain, errors) => validator(sender, certificate, chain, errors));
        }

        return settings;
    }
}
