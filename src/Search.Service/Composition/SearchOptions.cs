using System.ComponentModel.DataAnnotations;

namespace Search.Service.Composition;

/// <summary>What both hosts read from the configuration section <c>Search</c>; checked at start.</summary>
public sealed record SearchOptions : IValidatableObject
{
    public const string Section = "Search";

    /// <summary>One of <see cref="EngineNames.All"/>.</summary>
    public string Engine { get; init; } = EngineNames.Sqlite;

    /// <summary>Whether an empty archive is filled with the sample statements that come with the product.</summary>
    public bool Samples { get; init; } = true;

    [Required]
    public RateLimitOptions RateLimit { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!EngineNames.IsKnown(Engine))
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(Engine)} is \"{Engine}\"; it must be one of: {string.Join(", ", EngineNames.All)}.",
                [nameof(Engine)]);
        }

        if (RateLimit.Burst < 1 || RateLimit.PerSecond < 1)
        {
            yield return new ValidationResult(
                $"{Section}:{nameof(RateLimit)}:Burst and :PerSecond must be 1 or more.", [nameof(RateLimit)]);
        }
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
}
