using Search.Core.Countries;

namespace Search.Archive.Highlighting;

/// <summary>How much of a body a hit shows.</summary>
public sealed record HighlightOptions
{
    public static HighlightOptions Default { get; } = new();

    /// <summary>Passages of one body at most.</summary>
    public int MaxSnippets { get; init; } = 3;

    /// <summary>A passage's greatest length, in UTF-16 units. Only a passage made of one long grapheme cluster may be longer.</summary>
    public int MaxLength { get; init; } = 240;

    /// <summary>A passage that begins or ends at a sentence's edge may be as short as this; otherwise it is filled up.</summary>
    public int MinLength { get; init; } = 140;

    /// <summary>What <c>country:</c> means inside a query's alternatives, of which only those that match are marked.</summary>
    public MentionKinds CountryKinds { get; init; } = MentionKinds.Default;
}
