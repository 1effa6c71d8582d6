using Search.Core.Statements;

namespace Search.Service.Requests;

/// <summary>The names of facets in URLs and JSON: those of the parameters that narrow by them.</summary>
public static class FacetNames
{
    private static readonly FacetName[] s_all = Enum.GetValues<FacetName>();

    public static IReadOnlyList<string> Values { get; } = [.. s_all.Select(ToValue)];

    public static string ToValue(this FacetName facet) => facet switch
    {
        FacetName.Issuer => "issuer",
        FacetName.Country => "country",
        FacetName.Source => "source",
        FacetName.Kind => "kind",
        FacetName.Language => "language",
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    public static bool TryParse(string? value, out FacetName facet)
    {
        var index = Array.FindIndex(s_all, name => name.ToValue().Equals(value, StringComparison.OrdinalIgnoreCase));
        facet = index < 0 ? default : s_all[index];
        return index >= 0;
    }
}
