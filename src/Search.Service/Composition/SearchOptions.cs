using System.ComponentModel.DataAnnotations;
using System.Net;
using Search.Service.Admission;

namespace Search.Service.Composition;

/// <summary>What both hosts read from the configuration section <c>Search</c>; checked at start.</summary>
public sealed record SearchOptions : IValidatableObject
{
    public const string Section = "Search";

    /// <summary>One of <see cref="EngineNames.All"/>.</summary>
    public string Engine { get; init; } = EngineNames.Sqlite;

    /// <summary>Whether an empty archive is filled with the sample statements that come with the product.</summary>
    public bool Samples { get; init; } = true;

    /// <summary>Proxies whose headers say who asks: addresses or networks (<c>10.0.0.0/8</c>), separated by commas.</summary>
    public string Proxies { get; init; } = string.Empty;

    /// <summary>Statements of one export at most; null for no limit. What has more is refused and never cut.</summary>
    public long? ExportLimit { get; init; }

    [Required]
    public AdmissionOptions Admission { get; init; } = new();

    [Required]
    public RateLimitOptions RateLimit { get; init; } = new();

    /// <summary>The networks of <see cref="Proxies"/>; an address is a network of one.</summary>
    /// <exception cref="FormatException">One of them is neither; <see cref="Validate"/> has said so.</exception>
    public IReadOnlyList<IPNetwork> ProxyNetworks() => [.. ProxyTexts().Select(text =>
        TryNetwork(text, out var network) ? network : throw new FormatException($"{text} is neither an address nor a network."))];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!EngineNames.IsKnown(Engine))
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(Engine)} is \"{Engine}\"; it must be one of: {string.Join(", ", EngineNames.All)}.",
                [nameof(Engine)]);
        }

        if (ProxyTexts().FirstOrDefault(text => !TryNetwork(text, out _)) is { } wrong)
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(Proxies)} has \"{wrong}\"; each must be an address or a network such as 10.0.0.0/8.",
                [nameof(Proxies)]);
        }

        if (ExportLimit < 1)
        {
            yield return new ValidationResult($"{Section}:{nameof(ExportLimit)} must be 1 or more.", [nameof(ExportLimit)]);
        }

        if (Admission.Running < 0 || Admission.Costly < 0 || Admission.Queue < 0 || Admission.Patience <= TimeSpan.Zero)
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(Admission)}:Running, :Costly and :Queue must be 0 or more, and :Patience more than no time.",
                [nameof(Admission)]);
        }

        if (RateLimit.Burst < 1 || RateLimit.PerSecond < 1 || RateLimit.Freezes < 1)
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(RateLimit)}:Burst, :PerSecond and :Freezes must be 1 or more.", [nameof(RateLimit)]);
        }
    }

    private string[] ProxyTexts() => Proxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool TryNetwork(string text, out IPNetwork network)
    {
        if (IPAddress.TryParse(text, out var address))
        {
            network = new IPNetwork(address, address.GetAddressBytes().Length * 8);
            return true;
        }

        return IPNetwork.TryParse(text, out network);
    }
}

/// <summary>How often one address may ask; bound from <c>Search:RateLimit</c>.</summary>
public sealed record RateLimitOptions
{
    public bool Enabled { get; init; } = true;

    /// <summary>Requests that an address may make at once.</summary>
    public int Burst { get; init; } = 120;

    /// <summary>Requests that an address gains back each second.</summary>
    public int PerSecond { get; init; } = 10;

    /// <summary>Results that an address may freeze at once; it gains one back each minute.</summary>
    public int Freezes { get; init; } = 10;
}
