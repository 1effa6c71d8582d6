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

    /// <summary>A page that is read whole (HTML, text), in bytes.</summary>
    public const int PageBytes = 16 << 20;
}
