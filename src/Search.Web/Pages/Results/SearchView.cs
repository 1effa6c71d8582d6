using Search.Archive.Counting;
using Search.Archive.Upkeep;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Web.Pages.Layout;

namespace Search.Web.Pages.Results;

/// <summary>Everything that the page of a search shows.</summary>
/// <param name="Holdings">What the archive holds by source and date; null where that is not known yet.</param>
/// <param name="Help">What may help where nothing was found.</param>
public sealed record SearchView(
    SearchUrl Url,
    SearchCall Call,
    SearchPageResponse Page,
    ArchiveStatus Archive,
    IReadOnlyList<Holdings>? Holdings,
    NothingFound? Help = null)
{
    private const int MaxNamed = 3;

    /// <summary>The hits over time.</summary>
    public TimeBars Time { get; } = TimeBars.Of(Page.Histogram, Holdings, Call.Request.Filters);

    /// <summary>Filters in force, each with what takes it away.</summary>
    public IReadOnlyList<ActiveFilter> Filters { get; } = [.. ActiveFilter.Of(Url)];

    /// <summary>Such as <c>2,162 statements</c>.</summary>
    public string Count => $"{(Page.Total.Exact ? "" : "At least ")}{Wording.Statements(Page.Total.Value)}";

    /// <summary>What they are, so that it can be read on after <see cref="Count"/>.</summary>
    public string Meaning => Page.Query.Text.Length > 0 && Wording.Meaning(Page.Query.Explained) is { } meaning
        ? meaning
        : Filters.Count > 0 ? "under these filters" : "in the archive";

    /// <summary>What a tab or a bookmark is known by.</summary>
    public string Headline => Filters.Count == 0
        ? $"{Count} {Meaning}"
        : $"{Count} {Meaning} – {string.Join(", ", Filters.Take(MaxNamed).Select(filter => filter.ToString()))}"
            + (Filters.Count > MaxNamed ? $" and {Filters.Count - MaxNamed} more" : "");

    /// <summary>Hits of the list that this page accounts for: those that are the same text as one shown are passed by.</summary>
    public int Accounted => Page.Hits.Count + (Page.Collapsed?.Hidden ?? 0);

    /// <summary>Such as <c>61–80</c>.</summary>
    public string Range => $"{Wording.Count(Url.Before + 1)}–{Wording.Count(Url.Before + Accounted)}";

    /// <summary>Whether several countries are chosen, so that any or all of them may be wanted.</summary>
    public bool HasSeveralCountries => Call.Request.Filters.Country.Included.Count > 1;

    /// <summary>Whether a statement must name all of them.</summary>
    public bool WantsEveryCountry => Call.Request.Filters.Country.All;

    /// <summary>The same search with all of them wanted, or any where all are.</summary>
    public SearchUrl OtherCountryMatch => Url.With(SearchParameters.CountryMatch, WantsEveryCountry ? null : "all");
}
