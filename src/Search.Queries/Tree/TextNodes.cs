using Search.Core;

namespace Search.Queries;

/// <summary>A word as written; it may turn out to be several words to the analyzer (AT&amp;T), or none ($$).</summary>
/// <param name="Text">Without white space, quotes or bars.</param>
/// <param name="Verbatim">Case and accents count.</param>
public sealed record WordNode(string Text, bool Verbatim = false) : QueryNode
{
    public override TResult Accept<TResult>(IQueryVisitor<TResult> visitor) => visitor.VisitWord(this);
}

/// <summary>Words that begin so.</summary>
/// <param name="Text">Without the star; ends with <see cref="QueryLimits.MinPrefixLetters"/> letters or digits at least.</param>
public sealed record PrefixNode(string Text) : QueryNode
{
    public override TResult Accept<TResult>(IQueryVisitor<TResult> visitor) => visitor.VisitPrefix(this);
}

/// <summary>Words in quotes: just these, one after the other.</summary>
public sealed record PhraseNode(EquatableList<PhrasePart> Parts, bool Verbatim = false) : QueryNode
{
    /// <summary>A phrase of plain words.</summary>
    public static PhraseNode Of(IEnumerable<string> words, bool verbatim = false) =>
        new([.. words.Select(word => new PhraseWord(word))], verbatim);

    public override TResult Accept<TResult>(IQueryVisitor<TResult> visitor) => visitor.VisitPhrase(this);
}

/// <summary>The words of a phrase in any order with at most <paramref name="Distance"/> other words, in total, between them.</summary>
public sealed record LoosePhraseNode(PhraseNode Phrase, int Distance) : QueryNode
{
    public override TResult Accept<TResult>(IQueryVisitor<TResult> visitor) => visitor.VisitLoosePhrase(this);
}

/// <summary>
/// Words, prefixes, phrases, or disjunctions of them, with at most <paramref name="Distance"/> other words, in total,
/// between the first and the last; in the order written if <paramref name="Ordered"/>.
/// </summary>
public sealed record ProximityNode(EquatableList<QueryNode> Operands, int Distance, bool Ordered = false) : QueryNode
{
    public override TResult Accept<TResult>(IQueryVisitor<TResult> visitor) => visitor.VisitProximity(this);
}

/// <summary>One place in a phrase.</summary>
public abstract record PhrasePart;

/// <param name="Text">A word as written, without white space and quotes.</param>
public sealed record PhraseWord(string Text) : PhrasePart;

/// <summary>Any one of several texts, each of one word or more with single spaces between.</summary>
public sealed record PhraseAlternatives(EquatableList<string> Texts) : PhrasePart;

/// <summary>Exactly one word, whichever it is. Never the first or the last part.</summary>
public sealed record PhraseFreeWord : PhrasePart;

/// <summary>A word that begins so. Only ever the last part.</summary>
public sealed record PhrasePrefix(string Text) : PhrasePart;
