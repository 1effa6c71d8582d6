namespace Search.Queries;

internal enum QueryTokenKind
{
    Word,
    Quote,
    UnclosedQuote,
    Open,
    Close,
    Minus,
    Verbatim,
    Field,
    UnknownField,
    And,
    Or,
    Not,
    Near,
    Before,
    End,
}

/// <param name="Start">Where it begins in the normalised text.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Text">A word without its escape, what is between quotes, or a field's name.</param>
/// <param name="Distance">
/// The number of <c>~5</c>, <c>NEAR/5</c>; -1 when one is asked for and cannot be read; null when there is none.
/// </param>
/// <param name="Escaped">A word that is text, whatever it looks like.</param>
internal readonly record struct QueryToken(
    QueryTokenKind Kind, int Start, int End, string Text = "", int? Distance = null, bool Escaped = false);
