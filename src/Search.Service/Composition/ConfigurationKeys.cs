namespace Search.Service.Composition;

/// <summary>Every key that the hosts read below <c>Search</c>, as the README lists them.</summary>
public static class ConfigurationKeys
{
    public static IReadOnlyList<string> All { get; } =
    [
        "Search:Engine",
        "Search:Samples",
        "Search:Proxies",
        "Search:ExportLimit",
        "Search:Admission:Running",
        "Search:Admission:Costly",
        "Search:Admission:Queue",
        "Search:Admission:Patience",
        "Search:RateLimit:Enabled",
        "Search:RateLimit:Burst",
        "Search:RateLimit:PerSecond",
        "Search:RateLimit:Freezes",
        "Search:Sqlite:Path",
        "Search:Elasticsearch:Urls",
        "Search:Elasticsearch:Index",
        "Search:Elasticsearch:ApiKey",
        "Search:Elasticsearch:Username",
        "Search:Elasticsearch:Password",
        "Search:Elasticsearch:CertificatePath",
        "Search:Elasticsearch:CertificateFingerprint",
        "Search:Elasticsearch:RequestTimeout",
        "Search:Elasticsearch:RetryDelay",
        "Search:Elasticsearch:Retries",
        "Search:Elasticsearch:WritePatience",
        "Search:Elasticsearch:Senders",
        "Search:Elasticsearch:Replicas",
        "Search:Elasticsearch:Shards",
    ];

    /// <summary>Whatever the case; entries of a list (<c>Search:Elasticsearch:Urls:0</c>) are known with their list.</summary>
    public static bool IsKnown(string key) => All.Any(known =>
        key.StartsWith(known, StringComparison.OrdinalIgnoreCase)
        && (key.Length == known.Length
            || (key[known.Length] == ':' && key.AsSpan(known.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0)));
}
