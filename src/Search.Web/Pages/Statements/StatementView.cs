using Search.Archive.Lines;
using Search.Service;
using Search.Service.Responses;
using Search.Web.Citing;
using Search.Web.Pages.Layout;
using Search.Web.Pages.Texts;

namespace Search.Web.Pages.Statements;

/// <summary>Everything that the page of a statement shows.</summary>
/// <param name="Url">The search that the reader came from, with the page of its list.</param>
/// <param name="Query">The query that is marked.</param>
/// <param name="Address">The statement's own, without the search: what is passed on tells nobody what was looked for.</param>
public sealed record StatementView(
    SearchUrl Url, string Query, StatementResponse Statement, IReadOnlyList<VersionResponse> Versions, bool ShowCountries, string Address)
{
    /// <summary>Where it stands in the list that it was found in; null where it was not, or nobody knows.</summary>
    public HitSteps? Hit { get; init; }

    /// <summary>How many statements are the same text; null where that was not counted in time.</summary>
    public int? Siblings { get; init; }

    /// <summary>What the statement was searched by, in words; null where it was not.</summary>
    public string? FoundBy { get; init; }

    public Citation Citation => Citation.Of(Statement, Address);

    public Quotation? Quotation => Quotation.Of(Statement);

    /// <summary>
    /// In words, for a footnote: issuer as printed, title, date, source, when the page was taken, and where it can be read. The address
    /// comes last and nothing after it, so that it can be followed; each part may run in another direction.
    /// </summary>
    public IEnumerable<(string Part, bool IsLast)> Footnote => Parts(
        Statement.Issuer?.Printed,
        $"“{Statement.Title}”",
        Wording.Date(Statement.Issued),
        Statement.Source,
        Taken,
        Statement.Url ?? Address);

    /// <summary>Who, when and where, for below a quotation; its address follows.</summary>
    public IEnumerable<(string Part, bool IsLast)> Attribution => Parts(
        Statement.Issuer?.Printed ?? "Issuer unknown", Wording.Date(Statement.Issued), Statement.Source, Taken, Version);

    /// <summary>Every mark of the text in its line, with what leads to it.</summary>
    public IEnumerable<(string Anchor, LineContext Line)> Lines =>
    [
        .. Statement.TitleMarks.Select((mark, index) => ($"title-match-{index + 1}", LineContext.Of(Statement.Title, mark))),
        .. Statement.BodyMarks.Select((mark, index) => ($"match-{index + 1}", LineContext.Of(Statement.Body, mark))),
    ];

    /// <summary>The version that the reader sees is the last; the one before it is what it was changed from.</summary>
    public VersionResponse? Changed => Versions.Count > 1 ? Versions[1] : null;

    private string? Taken => Statement.Captured is { } captured
        ? $"captured {Wording.Day(DateOnly.FromDateTime(captured.UtcDateTime))}"
        : null;

    private string? Version => Versions.Count > 1 ? $"version {Versions.Count} of {Versions.Count}" : null;

    private static IEnumerable<(string Part, bool IsLast)> Parts(params string?[] parts)
    {
        string[] known = [.. parts.OfType<string>()];
        return known.Select((part, index) => (part, index == known.Length - 1));
    }
}

/// <summary>A statement's place among the hits of a search, and the way to those beside it.</summary>
/// <param name="Number">Its place in the list, from 1.</param>
/// <param name="Total">Hits of the list.</param>
/// <param name="Previous">The page of the hit before it; null for the first, and where that is not known.</param>
/// <param name="Next">The page of the hit after it.</param>
public sealed record HitSteps(long Number, TotalResponse Total, HitStep? Previous, HitStep? Next)
{
    /// <param name="url">The search with the page of the list.</param>
    /// <param name="place">Where the statement stands there.</param>
    /// <param name="before">The last hit of the page before; null where there is none, or nobody asked.</param>
    /// <param name="size">Hits on a page.</param>
    public static HitSteps Of(SearchUrl url, HitPlace place, StatementLinkResponse? before, int size) => new(
        url.Before + place.Index + 1,
        place.Total,
        place.Previous is { } previous ? HitStep.To(url, previous)
            : before is not null && url.PreviousPage(size) is { } page ? HitStep.To(page, before)
            : null,
        place.Next is not { } next ? null
            : HitStep.To(place.NextPage is { } cursor ? url.NextPage(cursor, place.Shown) : url, next));
}

/// <param name="Url">Its page, within the search.</param>
/// <param name="Title">Plain text.</param>
public sealed record HitStep(SearchUrl Url, string Title)
{
    public static HitStep To(SearchUrl url, StatementLinkResponse statement) =>
        new(url.Statement(statement.Id), statement.Title);
}
