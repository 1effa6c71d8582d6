namespace Search.Queries;

/// <summary>What a query may ask for; past it the answer is an error that says so.</summary>
public static class QueryLimits
{
    /// <summary>UTF-16 units.</summary>
    public const int MaxLength = 2_000;

    /// <summary>Words, each word of a phrase and of its alternatives, and values of fields.</summary>
    public const int MaxTerms = 64;

    /// <summary>Parentheses and <c>NOT</c>s inside each other.</summary>
    public const int MaxLevels = 10;

    public const int MaxPrefixes = 8;

    /// <summary>Letters or digits before the star.</summary>
    public const int MinPrefixLetters = 3;

    /// <summary>Other words between the first and the last.</summary>
    public const int MaxDistance = 50;

    /// <summary>Phrases that the alternatives of a query stand for, all combinations counted.</summary>
    public const int MaxCombinations = 128;
}
