namespace Search.Core.Analysis;

/// <summary>What a statement's language means for its analysis: the one place that says so for both engines.</summary>
public static class LanguageRules
{
    /// <summary>
    /// Whether words of a statement in this language are stemmed: English in any region, and statements whose language
    /// nobody noted. Everywhere else <see cref="Likeness.Stemmed"/> means the same as <see cref="Likeness.Exact"/>.
    /// </summary>
    /// <param name="language">BCP 47, or null when unknown.</param>
    public static bool IsStemmed(string? language) =>
        language is null
        || (language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (language.Length == 2 || language[2] is '-' or '_'));
}
