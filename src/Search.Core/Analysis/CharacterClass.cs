namespace Search.Core.Analysis;

/// <summary>
/// What a code point does to the boundaries of words (Unicode Standard Annex 29) and of emoji sequences (Unicode
/// Technical Standard 51): as far as Lucene's StandardTokenizer tells code points apart, and no further.
/// </summary>
internal enum CharacterClass : byte
{
    /// <summary>Ends a word.</summary>
    Other,
    Letter,
    HebrewLetter,
    Numeric,
    Katakana,

    /// <summary>Connects words: the underscore.</summary>
    ExtendNumLet,
    MidLetter,
    MidNum,
    MidNumLet,
    SingleQuote,
    DoubleQuote,

    /// <summary>A word of its own: Han and Hiragana.</summary>
    Ideograph,

    /// <summary>Thai, Lao, Khmer, Myanmar: runs stay one word, for want of a dictionary.</summary>
    SoutheastAsian,

    /// <summary>Extending, and begins a run of <see cref="SoutheastAsian"/> too.</summary>
    SoutheastAsianExtend,

    /// <summary>Part of the character before it: combining marks and format characters.</summary>
    Extend,

    // From here on a code point may begin, or matter within, an emoji sequence.
    Emoji,

    /// <summary>An emoji that is a letter: ℹ.</summary>
    EmojiLetter,

    /// <summary>A skin tone: an emoji that extends the one before it.</summary>
    EmojiModifier,
    RegionalIndicator,

    /// <summary># and *; a digit is a word anyway.</summary>
    KeycapBase,
    Keycap,
    Joiner,
    TextPresentation,
    EmojiPresentation,
    Tag,
    CancelTag,
}
