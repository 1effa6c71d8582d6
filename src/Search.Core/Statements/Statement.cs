using Search.Core.Countries;

namespace Search.Core.Statements;

/// <summary>One official statement, word for word, as it was published.</summary>
/// <remarks>
/// <see cref="Title"/> and <see cref="Body"/> are plain text normalised by <see cref="Analysis.TextNormalizer"/>;
/// paragraphs of the body are separated by one blank line. All offsets into them are UTF-16 units.
/// </remarks>
public sealed record Statement
{
    /// <summary>Stable across readings of the same page.</summary>
    public required StatementId Id { get; init; }

    /// <summary>The identifier that the source itself gave, if it gave one.</summary>
    public string? SourceId { get; init; }

    public required string Title { get; init; }

    /// <summary>The title that the lead sentence quotes, where it has one.</summary>
    public string? Headline { get; init; }

    public required string Body { get; init; }

    /// <summary>The date the statement bears; null when it bears none.</summary>
    public IssueDate? Issued { get; init; }

    /// <summary>When the page was taken; null when nobody noted it.</summary>
    public DateTimeOffset? Captured { get; init; }

    public Issuer? Issuer { get; init; }

    public StatementKind Kind { get; init; } = StatementKind.Other;

    /// <summary>Who published the text, such as a ministry's site or an agency.</summary>
    public required string Source { get; init; }

    public string? SourceUrl { get; init; }

    /// <summary>BCP 47, such as <c>en</c> or <c>es</c>; null when unknown (then it is analyzed as English).</summary>
    public string? Language { get; init; }

    /// <summary>What the archive that it was read from noted of it; null for a statement that comes from none.</summary>
    public ArchiveTrace? Trace { get; init; }

    /// <summary>Every place where title or body names a country, in the order title, body, offset.</summary>
    public IReadOnlyList<CountryMention> Countries { get; init; } = [];
}
