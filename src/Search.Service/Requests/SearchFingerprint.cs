using System.Text;
using Search.Archive.Searching;
using Search.Core;
using Search.Core.Statements;

namespace Search.Service.Requests;

/// <summary>A search in one line of text: equal for two requests when a cursor of one may be used in the other.</summary>
internal static class SearchFingerprint
{
    public static string Of(SearchCall call) => Of(
        call, call.Siblings == SiblingsAsked.Collapsed ? $"{call.Request.Sort}\ncollapsed" : call.Request.Sort.ToString());

    public static string Of(FacetCall call) => Of(call.Search, $"{call.Request.Facet}\n{call.Request.Prefix}");

    public static string Of(FeedCall call) => Of(call.Search, $"feed\n{call.ReturnedAfter}");

    public static string Of(UseCall call) => Of(call.Search, $"uses\n{call.ReturnedAfter}");

    public static string Of(PhraseCall call) => Of(call.Search, "phrases");

    public static string Of(LineCall call) => Of(call.Search, $"lines\n{call.Sort}");

    public static string Of(CoverageCall call) => Of(call.Filters, $"coverage\n{call.By}");

    private static string Of(SearchCall call, string rest) => $"{call.Query}\n{call.Meaning.MatchAny}\n{Of(call.Request.Filters, rest)}";

    private static string Of(SearchFilters filters, string rest)
    {
        var text = new StringBuilder()
            .Append(filters.From?.ToString("O")).Append('\n')
            .Append(filters.To?.ToString("O")).Append('\n')
            .Append((int)filters.CountryKinds).Append('\n')
            .Append(filters.Captures).Append('\n')
            .Append(rest).Append('\n');
        foreach (var facet in Enum.GetValues<FacetName>())
        {
            text.Append(facet.ToValue()).Append('\n');
            Append(text, filters[facet].All ? '*' : '+', filters[facet].Included);
            Append(text, '-', filters[facet].Excluded);
        }

        return text.ToString();
    }

    /// <summary>In the order of values: the order in a URL does not make another search.</summary>
    private static void Append(StringBuilder text, char sign, EquatableList<string?> values)
    {
        foreach (var value in values.Order(StringComparer.Ordinal))
        {
            text.Append(sign).Append(value is null ? '0' : '1').Append(value).Append('\n');
        }
    }
}
