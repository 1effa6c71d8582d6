using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Testing;

/// <summary>A fictional statement of which a test says only what it is about.</summary>
/// <param name="SourceId">What tests call it by; unique within its source.</param>
public sealed record StatementBuilder(string? SourceId)
{
    public const string DefaultSource = "Harbour Gazette";

    public string Title { get; init; } = "Untitled";

    public string? Headline { get; init; }

    public string Body { get; init; } = "Blank.";

    public IssueDate? Issued { get; init; } = new(2030, 5, 17);

    public DateTimeOffset? Captured { get; init; }

    /// <summary>The canonical name of the issuer; null for none.</summary>
    public string? Issuer { get; init; }

    /// <summary>The organisation and the country of the issuer.</summary>
    public string? IssuerOrganisation { get; init; }

    public string? IssuerCountry { get; init; }

    /// <summary>The issuer as printed; the canonical name unless given.</summary>
    public string? IssuerPrinted { get; init; }

    public StatementKind Kind { get; init; } = StatementKind.Statement;

    public string Source { get; init; } = DefaultSource;

    public string? SourceUrl { get; init; }

    public string? Language { get; init; } = "en";

    /// <summary>Codes of countries it names, separated by spaces; a lower-case code is named by its capital only.</summary>
    public string Countries { get; init; } = string.Empty;

    public Statement Build() => new()
    {
        Id = StatementId.Create(Source, SourceId, SourceUrl, Issued, Title),
        SourceId = SourceId,
        Title = Title,
        Headline = Headline,
        Body = Body,
        Issued = Issued,
        Captured = Captured,
        Issuer = Issuer is null ? null : new Issuer(Issuer, null, IssuerOrganisation, IssuerCountry, IssuerPrinted ?? Issuer),
        Kind = Kind,
        Source = Source,
        SourceUrl = SourceUrl,
        Language = Language,
        Countries = [.. Countries.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Mention)],
    };

    private static CountryMention Mention(string code, int index) => new(
        code.ToUpperInvariant(), MentionField.Body, index, 1, char.IsLower(code[0]) ? MentionKind.Capital : MentionKind.Name);
}
