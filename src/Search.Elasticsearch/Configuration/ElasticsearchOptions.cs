using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Search.Elasticsearch.Configuration;

/// <summary>How to reach the cluster; bound from <c>Search:Elasticsearch</c>.</summary>
public sealed record ElasticsearchOptions : IValidatableObject
{
    /// <summary>Addresses of one or more nodes of one cluster; an entry may hold several, separated by commas.</summary>
    [Required]
    [MinLength(1)]
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>The alias that searches go to. Indices are named after it: <c>statements-20240131093000</c>.</summary>
    [Required]
    [RegularExpression("^[a-z0-9][a-z0-9_.-]{0,99}$")]
    public string Index { get; init; } = "statements";

    /// <summary>The base64 form that Elasticsearch calls <c>encoded</c>.</summary>
    public string? ApiKey { get; init; }

    public string? Username { get; init; }

    public string? Password { get; init; }

    /// <summary>A PEM file with the authority (or the self-signed certificate) that signs the nodes' certificates.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>SHA-256 of the authority's certificate in hexadecimal, as Elasticsearch prints it at its first start.</summary>
    public string? CertificateFingerprint { get; init; }

    /// <summary>How long one request may take; searches have their own, shorter budget.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The first wait before a request is tried again; each further one may be twice as long.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How often a read is tried again before the engine is reported as unavailable.</summary>
    [Range(0, 20)]
    public int Retries { get; init; } = 3;

    /// <summary>How long a write is tried again while the cluster refuses it for now, such as while a node is away.</summary>
    public TimeSpan WritePatience { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Bulk requests under way at once, at most: fewer while the cluster has too much to do.</summary>
    [Range(1, 16)]
    public int Senders { get; init; } = 3;

    /// <summary>Copies of a live index: a number, or <c>auto</c> for one where there is more than one node.</summary>
    [RegularExpression("^(auto|[0-9])$")]
    public string Replicas { get; init; } = "auto";

    /// <summary>Parts a new index is cut into; 1 serves some tens of gigabytes.</summary>
    [Range(1, 64)]
    public int Shards { get; init; } = 1;

    /// <summary>Every address by itself.</summary>
    internal IReadOnlyList<Uri> Nodes() =>
        [.. Urls.SelectMany(entry => entry.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(url => new Uri(url, UriKind.Absolute))];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var url in Urls.SelectMany(entry => entry.Split(',', StringSplitOptions.TrimEntries)))
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttp && uri.Scheme != Uri.UriSchemeHttps))
            {
                yield return new($"Search:Elasticsearch:Urls: '{url}' is no http or https address.", [nameof(Urls)]);
            }
        }

        if (ApiKey is not null && Username is not null)
        {
            yield return new("Search:Elasticsearch: give ApiKey or Username and Password, not both.", [nameof(ApiKey)]);
        }

        if (Username is null != Password is null)
        {
            yield return new("Search:Elasticsearch: Username and Password belong together.", [nameof(Username)]);
        }

        if (CertificatePath is not null && !File.Exists(CertificatePath))
        {
            yield return new($"Search:Elasticsearch:CertificatePath: there is no file '{CertificatePath}'.", [nameof(CertificatePath)]);
        }

        if (RequestTimeout <= TimeSpan.Zero)
        {
            yield return new("Search:Elasticsearch:RequestTimeout must be positive.", [nameof(RequestTimeout)]);
        }
    }

    /// <summary>Without what is secret: records print every member.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", Urls)} {Index}");
}
