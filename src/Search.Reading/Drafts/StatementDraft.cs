using Search.Core.Statements;

namespace Search.Reading.Drafts;

/// <summary>What a reader found of one statement, before it is normalised, resolved and labelled.</summary>
internal sealed record StatementDraft
{
    public string? Title { get; init; }

    /// <summary>Paragraphs separated by blank lines.</summary>
    public string? Body { get; init; }

    public IssueDate? Issued { get; init; }

    public DateTimeOffset? Captured { get; init; }

    /// <summary>The issuer as a field of the record or a byline gives it; null when it must be found in title and lead.</summary>
    public string? PrintedIssuer { get; init; }

    /// <summary>What a label beside the text calls its issuer; less sure than a record's own field.</summary>
    public string? PrintedByline { get; init; }

    /// <summary>Short lines around the title, which often name the kind: Press Statement.</summary>
    public string Kicker { get; init; } = string.Empty;

    /// <summary>The body that the page belongs to, by its own name for itself: who speaks when nobody else is named.</summary>
    public string? SiteIssuer { get; init; }

    /// <summary>Country of the site, from its address or its names; null when nothing tells.</summary>
    public string? SiteCountry { get; init; }

    public required string Source { get; init; }

    public string? SourceId { get; init; }

    public string? SourceUrl { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string> Explanation { get; init; } = [];
}
