using Search.Archive.Upkeep;
using Search.Core.Statements;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Web.Pages;

/// <summary>Everything that the page of a search shows.</summary>
public sealed record SearchView(SearchUrl Url, SearchCall Call, SearchPageResponse Page, ArchiveStatus Archive)
{
    /// <summary>Filters in force, each with what takes it away.</summary>
    public IReadOnlyList<ActiveFilter> Filters { get; } = [.. ActiveFilter.Of(Url, Call)];
}

/// <param name="Name">What it narrows by.</param>
/// <param name="Label">To what.</param>
/// <param name="Excludes">Statements with it are left out.</param>
/// <param name="Without">The search without it.</param>
public sealed record ActiveFilter(string Name, string Label, bool Excludes, SearchUrl Without)
{
    public static IEnumerable<ActiveFilter> Of(SearchUrl url, SearchCall call)
    {
        foreach (var (name, value) in url.Parameters)
        {
            if (FacetNames.TryParse(name, out var facet))
            {
                var excludes = value[0] == '-';
                var bare = excludes ? value[1..] : value;
                var label = bare == "none"
                    ? FacetText.None(facet)
                    : FacetText.Of(facet, facet == FacetName.Country ? bare.ToUpperInvariant() : bare);
                yield return new ActiveFilter(Wording.Facet(name), label, excludes, url.Remove(name, value));
            }
        }

        var filters = call.Request.Filters;
        if (filters.From is not null || filters.To is not null)
        {
            var label = filters is { From: { } from, To: { } to } ? Wording.Period(from, to)
                : filters.From is not null ? $"since {Wording.Day(filters.From)}" : $"until {Wording.Day(filters.To)}";
            yield return new ActiveFilter(
                "Date", label, Excludes: false, url.With(SearchParameters.From, null).With(SearchParameters.To, null));
        }

        foreach (var parameter in SearchParameters.Captures)
        {
            if (url[parameter] is { } value)
            {
                yield return new ActiveFilter(Wording.Capture(parameter.Name), value, Excludes: false, url.With(parameter, null));
            }
        }

        if (call.Meaning.MatchAny)
        {
            yield return new ActiveFilter("Words", "any of them", Excludes: false, url.With(SearchParameters.Match, null));
        }
    }
}
