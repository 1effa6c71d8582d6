namespace Search.Reading.Pages;

/// <summary>A paragraph of a document that knows more of itself than its text.</summary>
/// <param name="Text">On one line.</param>
/// <param name="Rank">How far it is set above the running text: 0 for that itself, more for larger headings.</param>
internal sealed record DocumentParagraph(string Text, double Rank = 0)
{
    public bool IsHeading => Rank > 0;
}

/// <summary>What is known of a document beside its paragraphs.</summary>
internal sealed record DocumentFrame
{
    /// <summary>Lines of a letterhead, above the text.</summary>
    public IReadOnlyList<string> Heads { get; init; } = [];

    /// <summary>What the file says is its title; often another document's, so it counts where the text has none.</summary>
    public string? Title { get; init; }

    public string? Author { get; init; }

    public IReadOnlyList<string> Explanation { get; init; } = [];
}
