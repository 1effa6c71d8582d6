using Search.Core.Statements;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Web.Pages.Layout;

/// <param name="Name">What it narrows by.</param>
/// <param name="Label">To what.</param>
/// <param name="Excludes">Statements with it are left out.</param>
/// <param name="Without">The search without it.</param>
public sealed record ActiveFilter(string Name, string Label, bool Excludes, SearchUrl Without)
{
    /// <summary>Whether there may be more without it.</summary>
    public bool CanHide { get; init; } = true;

    public override string ToString() => $"{Name}: {(Excludes ? "not " : "")}{Label}";

    /// <param name="url">An address that was read without a fault; the links stay on its page.</param>
    public static IEnumerable<ActiveFilter> Of(SearchUrl url)
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

        var (from, to) = (url.Date(SearchParameters.From), url.Date(SearchParameters.To));
        if (from is not null || to is not null)
        {
            var label = from is null ? $"until {Wording.Day(to)}" : to is null ? $"since {Wording.Day(from)}"
                : Wording.Period(from.Value, to.Value);
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

        if (url[SearchParameters.Match]?.Trim().Equals("any", StringComparison.OrdinalIgnoreCase) == true)
        {
            yield return new ActiveFilter("Words", "any of them", Excludes: false, url.With(SearchParameters.Match, null))
            {
                CanHide = false,
            };
        }
    }
}
