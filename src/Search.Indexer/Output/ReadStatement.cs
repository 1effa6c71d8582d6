using System.Text.Json.Serialization;
using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Indexer.Output;

/// <summary>The JSON of <c>search read</c>. Scripts outside the project read these names: they may be added to, not changed.</summary>
internal sealed record ReadStatement
{
    public required string Id { get; init; }

    public string? SourceId { get; init; }

    public required string Title { get; init; }

    public string? Headline { get; init; }

    public required string Body { get; init; }

    public IssueDate? Issued { get; init; }

    public DateTimeOffset? Captured { get; init; }

    public ReadIssuer? Issuer { get; init; }

    public required string Kind { get; init; }

    public required string Source { get; init; }

    public string? SourceUrl { get; init; }

    public string? Language { get; init; }

    /// <summary>ISO 3166 alpha-2 codes in the order of their first mention.</summary>
    public required IReadOnlyList<string> Countries { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Explanation { get; init; }

    public static ReadStatement Of(Statement statement, IReadOnlyList<string>? explanation) => new()
    {
        Id = statement.Id.Value,
        SourceId = statement.SourceId,
        Title = statement.Title,
        Headline = statement.Headline,
        Body = statement.Body,
        Issued = statement.Issued,
        Captured = statement.Captured,
        Issuer = statement.Issuer is { } issuer
            ? new ReadIssuer(issuer.Printed, issuer.Name, issuer.Office, issuer.Organisation, issuer.Country)
            : null,
        Kind = statement.Kind.ToValue(),
        Source = statement.Source,
        SourceUrl = statement.SourceUrl,
        Language = statement.Language,
        Countries = CodesOf(statement),
        Explanation = explanation,
    };

    /// <summary>The countries that the country facet counts.</summary>
    public static IReadOnlyList<string> CodesOf(Statement statement) =>
    [
        .. statement.Countries
            .Where(mention => ((int)MentionKinds.Default & (1 << (int)mention.Kind)) != 0)
            .Select(mention => mention.Code)
            .Distinct(),
    ];
}

internal sealed record ReadIssuer(string Printed, string Name, string? Office, string? Organisation, string? Country);
