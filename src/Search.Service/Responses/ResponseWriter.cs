using System.Diagnostics.CodeAnalysis;
using Search.Archive.Highlighting;
using Search.Archive.Lines;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Service.Requests;

namespace Search.Service.Responses;

/// <summary>Turns an engine's values into the JSON that scripts read.</summary>
internal static class ResponseWriter
{
    public static HitResponse Hit(SearchHit hit, SearchRequest request)
    {
        var statement = hit.Statement;
        return new HitResponse(
            statement.Id.Value,
            statement.SourceId,
            statement.Title,
            hit.Highlights.TitleMarks,
            statement.Issued,
            Issuer(statement.Issuer),
            statement.Kind.ToValue(),
            statement.Source,
            statement.SourceUrl,
            statement.Language,
            CountryCodes(statement, request.Filters.CountryKinds),
            [
                .. hit.Highlights.Snippets.Select(
                    snippet => new SnippetResponse(snippet.Text, snippet.Marks, snippet.CutBefore, snippet.CutAfter)),
            ],
            statement.Trace?.Received,
            statement.Trace?.TextReceived,
            statement.Trace?.Versions > 0,
            statement.Trace?.Missing,
            statement.Issued is { } date && IsCut(date, request),
            Occurrences: hit.Highlights.Occurrences);
    }

    /// <summary>In the order of their first mention.</summary>
    public static IReadOnlyList<string> CountryCodes(Statement statement, MentionKinds kinds) =>
        [.. statement.Countries.Where(mention => Counts(mention, kinds)).Select(mention => mention.Code).Distinct()];

    [return: NotNullIfNotNull(nameof(statement))]
    public static ReferenceResponse? Reference(Statement? statement) => statement is null
        ? null
        : new ReferenceResponse(
            statement.Id.Value, statement.Title, statement.Issued, Issuer(statement.Issuer), statement.Source);

    public static LineResponse Line(ContextLine line) => new(
        new ReferenceResponse(
            line.Statement.Id.Value,
            line.Statement.Title,
            line.Statement.Issued,
            Issuer(line.Statement.Issuer),
            line.Statement.Source),
        line.Context.Left,
        line.Context.Marked,
        line.Context.Right,
        line.Field == TextScope.Title ? "title" : "body",
        line.Mark.Start,
        line.Mark.Length,
        line.Number);

    /// <summary>The best passage of the body, or the title where only that matches.</summary>
    public static PassageResponse Passage(Statement statement, Highlighter highlighter)
    {
        var found = highlighter.Highlight(statement);
        var best = found.Snippets.FirstOrDefault(snippet => snippet.Marks.Count > 0);
        return best is null
            ? new PassageResponse(statement.Id.Value, statement.Title, found.TitleMarks)
            : new PassageResponse(statement.Id.Value, best.Text, best.Marks);
    }

    public static IssuerResponse? Issuer(Issuer? issuer) =>
        issuer is null ? null : new IssuerResponse(issuer.Name, issuer.Office, issuer.Organisation, issuer.Country, issuer.Printed);

    public static IReadOnlyList<CountryResponse> Countries(Statement statement) =>
    [
        .. statement.Countries.GroupBy(mention => mention.Code).Select(country => new CountryResponse(
            country.Key,
            CountryNames.NameOf(country.Key),
            [.. country.Select(mention => new MentionResponse(
                mention.Field == MentionField.Title ? "title" : "body", mention.Start, mention.Length, mention.Kind.ToValue()))])),
    ];

    public static FacetResponse Facet(FacetCounts facet, FacetFilter filter) =>
        new(
            facet.Name.ToValue(),
            FacetValues(facet, filter),
            facet.Other,
            facet.Missing,
            [.. facet.Groups.Select(group => Group(group, filter))]);

    private static FacetGroupResponse Group(IssuerGroupCount group, FacetFilter filter) => new(
        group.Value,
        IssuerGroups.LabelOf(group.Value),
        group.Count,
        group.Parent,
        filter.Included.Contains(group.Value),
        filter.Excluded.Contains(group.Value));

    /// <summary>A chosen or excluded "none" stands among the values too, so that it can be seen and taken away.</summary>
    public static IReadOnlyList<FacetValueResponse> FacetValues(FacetCounts facet, FacetFilter filter)
    {
        var values = facet.Values.Select(value => new FacetValueResponse(
            value.Value,
            FacetText.Of(facet.Name, value.Value),
            value.Count,
            filter.Included.Contains(value.Value),
            filter.Excluded.Contains(value.Value),
            value.Parent));
        var selected = filter.Included.Contains(null);
        var excluded = filter.Excluded.Contains(null);
        return selected || excluded
            ? [.. values, new FacetValueResponse(FilterReader.None, FacetText.None(facet.Name), facet.Missing, selected, excluded)]
            : [.. values];
    }

    /// <summary>Whether the dates asked for cut the month or year that a statement bears.</summary>
    private static bool IsCut(IssueDate date, SearchRequest request) =>
        !date.IsWithin(request.Filters.From, request.Filters.To) || DatesAskedFor.AreCutBy(date, request.Query);

    private static bool Counts(CountryMention mention, MentionKinds kinds) =>
        (kinds & (MentionKinds)(1 << (int)mention.Kind)) != MentionKinds.None;
}
