using Search.Core.Countries;

namespace Search.Queries;

/// <summary>A country's name as it stands in a sentence.</summary>
internal static class CountryPhrases
{
    private static readonly HashSet<string> s_withArticle =
        ["Bahamas", "Comoros", "Gambia", "Maldives", "Netherlands", "Philippines", "Vatican", "Holy See"];

    /// <summary>With its article where English has one: the United States.</summary>
    public static string Named(string code)
    {
        var name = CountryNames.NameOf(code);
        var takesArticle = name.StartsWith("United ", StringComparison.Ordinal)
            || name.EndsWith(" Islands", StringComparison.Ordinal)
            || name.Contains("Republic", StringComparison.Ordinal)
            || s_withArticle.Contains(name);
        return takesArticle ? $"the {name}" : name;
    }
}
