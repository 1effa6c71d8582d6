using System.Globalization;
using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Queries;

/// <summary>What the values of fields stand for, however they are written.</summary>
internal static class ValueNames
{
    private static readonly Dictionary<string, string> s_languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Arabic"] = "ar",
        ["Chinese"] = "zh",
        ["English"] = "en",
        ["French"] = "fr",
        ["German"] = "de",
        ["Hebrew"] = "he",
        ["Italian"] = "it",
        ["Japanese"] = "ja",
        ["Korean"] = "ko",
        ["Persian"] = "fa",
        ["Portuguese"] = "pt",
        ["Russian"] = "ru",
        ["Spanish"] = "es",
        ["Turkish"] = "tr",
        ["Ukrainian"] = "uk",
    };

    private static readonly Lazy<string[]> s_countries = new(() =>
    [
        .. from first in Enumerable.Range('A', 26)
           from second in Enumerable.Range('A', 26)
           let code = $"{(char)first}{(char)second}"
           where TryCountry(code, out var known) && known == code
           select CountryNames.NameOf(code),
    ]);

    /// <summary>English short names, to guess what a misspelt one means.</summary>
    public static IReadOnlyList<string> Countries => s_countries.Value;

    public static bool TryCountry(string text, out string code) => CountryNames.TryResolve(text, out code);

    /// <summary>A kind's value, with spaces for hyphens if one likes.</summary>
    public static bool TryKind(string text, out string value)
    {
        var known = StatementKinds.TryParse(text.Replace(' ', '-'), out var kind);
        value = kind.ToValue();
        return known;
    }

    /// <summary>A tag of the shape of BCP 47, in its customary case (en, pt-BR, zh-Hans).</summary>
    public static bool TryLanguage(string text, out string tag)
    {
        var parts = text.Replace('_', '-').Split('-');
        tag = string.Join('-', parts.Select((part, index) => index == 0 ? part.ToLowerInvariant() : SubtagCase(part)));
        return parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetter)
            && parts.Skip(1).All(part => part.Length is >= 1 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }

    public static string? LanguageTag(string name) => s_languages.GetValueOrDefault(name);

    public static string? LanguageName(string tag) =>
        s_languages.Where(language => language.Value == tag).Select(language => language.Key).FirstOrDefault();

    private static string SubtagCase(string part) => part.Length switch
    {
        2 => part.ToUpperInvariant(),
        4 => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(part.ToLowerInvariant()),
        _ => part.ToLowerInvariant(),
    };
}
