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
    }
}

/// <summary>How often one address may ask; bound from <c>Search:RateLimit</c>.</summary>
public sealed record RateLimitOptions
{
    public bool Enabled { get; init; } = true;
}
