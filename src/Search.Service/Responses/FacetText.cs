using Search.Core.Countries;
using Search.Core.Statements;
using Search.Service.Requests;

namespace Search.Service.Responses;

/// <summary>What people read for a facet's values.</summary>
public static class FacetText
{
    /// <summary>English names of the languages that ministries publish in; others show their tag.</summary>
    private static readonly Dictionary<string, string> s_languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ar"] = "Arabic",
        ["de"] = "German",
        ["en"] = "English",
        ["es"] = "Spanish",
        ["fa"] = "Persian",
        ["fr"] = "French",
        ["he"] = "Hebrew",
        ["hi"] = "Hindi",
        ["id"] = "Indonesian",
        ["it"] = "Italian",
        ["ja"] = "Japanese",
        ["ko"] = "Korean",
        ["nl"] = "Dutch",
        ["pl"] = "Polish",
        ["pt"] = "Portuguese",
        ["ru"] = "Russian",
        ["tr"] = "Turkish",
        ["uk"] = "Ukrainian",
        ["vi"] = "Vietnamese",
        ["zh"] = "Chinese",
    };

    public static string Of(FacetName facet, string value) => facet switch
    {
        FacetName.Country => CountryNames.NameOf(value),
        FacetName.Issuer when IssuerGroups.IsGroup(value) =>
            string.Join(", ", IssuerGroups.In(value).Select(IssuerGroups.LabelOf).Reverse()),
        FacetName.Kind => StatementKinds.TryParse(value, out var kind) ? kind.ToLabel() : value,
        FacetName.Language => Language(value),
        _ => value,
    };

    public static string None(FacetName facet) => facet switch
    {
        FacetName.Issuer => "No issuer",
        FacetName.Country => "No country named",
        FacetName.Language => "Language unknown",
        _ => $"No {facet.ToValue()}",
    };

    private static string Language(string tag)
    {
        var parts = tag.Split('-', 2);
        return !s_languages.TryGetValue(parts[0], out var name) ? tag : parts.Length == 1 ? name : $"{name} ({parts[1]})";
    }
}
