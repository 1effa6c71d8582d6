namespace Search.Reading.Files;

/// <summary>What a reader refuses before it costs anything. Each is far above what is published and far below what hurts.</summary>
internal static class ReadLimits
{
    /// <summary>A line of JSON Lines, in bytes: a text of a million characters fits even where every one is escaped.</summary>
    public const int LineBytes = 4 << 20;

    /// <summary>A text, in characters: the engines refuse more.</summary>
    public const int TextCharacters = 1_000_000;

    /// <summary>A title, in characters: longer ones are texts that lost their way.</summary>
    public const int TitleCharacters = 2_000;

    /// <summary>Who issued it, in characters as printed: the longest names have two hundred.</summary>
    public const int IssuerCharacters = 1_000;

    /// <summary>Elements inside one another, of a page or a feed: deeper than any, and far from what would cost memory or time.</summary>
    public const int Depth = 400;

    /// <summary>Elements of a page or of a feed's entry.</summary>
    public const int Elements = 250_000;

    /// <summary>Runs of text between the elements and line breaks of a page: ten times those of the longest.</summary>
    public const int Blocks = 50_000;

    /// <summary>A page that is read whole (HTML, text), in bytes.</summary>
    public const int PageBytes = 16 << 20;
}
