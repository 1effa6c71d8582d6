namespace Search.Core.Analysis;

/// <summary>
/// What a code point does to word boundaries (Unicode Standard Annex 29, table 3), as far as Lucene's StandardTokenizer
/// tells code points apart.
/// </summary>
internal enum WordClass : byte
{
    /// <summary>Ends a word.</summary>
    Other,
    Letter,
    HebrewLetter,
    Numeric,
    Katakana,
    ExtendNumLet,
    MidLetter,
    MidNum,
    MidNumLet,
    SingleQuote,
    DoubleQuote,

    /// <summary>Extend, Format and ZWJ: part of the character before it.</summary>
    Extend,

    /// <summary>A word of its own: Han and Hiragana.</summary>
    Ideograph,

    /// <summary>Thai, Lao, Khmer, Myanmar: runs stay one word, for want of a dictionary.</summary>
    SoutheastAsian,

    /// <summary>Both the last and <see cref="Extend"/>.</summary>
    SoutheastAsianExtend,
}

/// <summary>What a code point does in emoji sequences (Unicode Technical Standard 51).</summary>
internal enum EmojiClass : byte
{
    None,
    Emoji,
    ModifierBase,
    Modifier,
    RegionalIndicator,

    /// <summary># and *; digits are words anyway.</summary>
    KeycapBase,
    Keycap,
    Joiner,
    TextPresentation,
    EmojiPresentation,
    Tag,
    CancelTag,
}
