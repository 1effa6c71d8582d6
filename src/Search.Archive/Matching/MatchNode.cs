using Search.Core;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Archive.Matching;

/// <summary>
/// What a query means in tokens: the one thing that engines, highlighter and evaluator see of a query. User text is
/// nothing but the content of tokens here; the query language makes it from what the user wrote.
/// </summary>
public abstract record MatchNode
{
    public abstract TResult Accept<TResult>(IMatchVisitor<TResult> visitor);
}

/// <summary>A method for each node, so that a new node fails to compile in every engine.</summary>
public interface IMatchVisitor<out TResult>
{
    TResult VisitEverything(EverythingMatch node);

    TResult VisitNothing(NothingMatch node);

    TResult VisitPhrase(PhraseMatch node);

    TResult VisitProximity(ProximityMatch node);

    TResult VisitConjunction(ConjunctionMatch node);

    TResult VisitDisjunction(DisjunctionMatch node);

    TResult VisitNegation(NegationMatch node);

    TResult VisitFacet(FacetMatch node);

    TResult VisitId(IdMatch node);

    TResult VisitDate(DateMatch node);
}

/// <summary>Which text is looked into. A phrase never runs from one text into another.</summary>
public enum TextScope
{
    TitleAndBody,
    Title,
    Body,

    /// <summary>The issuer's canonical name and the name as printed; only <see cref="Likeness.Exact"/> terms occur here.</summary>
    Issuer,

    /// <summary>The source's name; only <see cref="Likeness.Exact"/> terms occur here.</summary>
    Source,
}

/// <summary>A token asked for.</summary>
/// <param name="Likeness">Which form of the text's word must equal <paramref name="Text"/>.</param>
/// <param name="Text">The form asked for.</param>
/// <param name="Unstemmed">
/// With <see cref="Likeness.Stemmed"/>: what the exact form must equal in statements that are not English, which are not
/// stemmed. Otherwise the same as <paramref name="Text"/>.
/// </param>
public readonly record struct MatchTerm(Likeness Likeness, string Text, string Unstemmed)
{
    public static MatchTerm Of(WordForms forms, Likeness likeness) =>
        new(likeness, forms[likeness], likeness == Likeness.Stemmed ? forms.Exact : forms[likeness]);
}

/// <summary>One position of a phrase.</summary>
public abstract record PhraseSlot;

/// <summary>Any one of these terms; one or more.</summary>
public sealed record TermSlot(EquatableList<MatchTerm> Terms) : PhraseSlot;

/// <summary>Any word whose exact form begins so.</summary>
public sealed record PrefixSlot(string Prefix) : PhraseSlot;

/// <summary>Exactly one word, whichever it is. Never the first or last slot.</summary>
public sealed record AnySlot : PhraseSlot;

public sealed record EverythingMatch : MatchNode
{
    public override TResult Accept<TResult>(IMatchVisitor<TResult> visitor) => visitor.VisitEverything(this);
}

/// <summary>Matches no statement: what text without a single token means.</summary>
public sealed record NothingMatch : MatchNode
{
    public override TResult Accept<TResult>(IMatchVisitor<TResult> visitor) => visitor.VisitNothing(this);
}

/// <summary>The slots at consecutive positions of one text; a single word is a phrase of one slot.</summary>
public sealed record PhraseMatch(EquatableList<PhraseSlot> Slots, TextScope Scope = TextScope.TitleAndBody) : MatchNode
{
    public override TResult Accept<TResult>(IMatchVisitor<TResult> visitor) => visitor.VisitPhrase(this);
}

/// <summary>
/// Phrases near each other in one text: with at most <paramref name="Distance"/> other words, in total, between the
/// first word and the last; at no position twice; in the order given if <paramref name="Ordered"/>.
/// </summary>
public sealed record ProximityMatch(
    EquatableList<EquatableList<PhraseSlot>> Phrases, int Distance, bool Ordered, TextScope Scope = TextScope.TitleAndBody) : MatchNode
{
    public override TResult Accept<TResult>(IMatchVisitor<TResult> visitor) => visitor.VisitProximity(this);
}

/// <summary>All of two or more.</summary>
public sealed record ConjunctionMatch(EquatableList<MatchNode> Operands) : MatchNode
{
    public override TResult Accept<TResult>(IMatchVisitor<TResult> visitor) => visitor.VisitConjunction(this);
}

/// <summary>Any of two or more.</summary>
public sealed record DisjunctionMatch(EquatableList<MatchNode> Operands) : MatchNode
{
    public override TResult Accept<TResult>(IMatchVisitor<TResult> visitor) => visitor.VisitDisjunction(this);
}

public sealed record NegationMatch(MatchNode Operand) : MatchNode
{
    public override TResult Accept<TResult>(IMatchVisitor<TResult> visitor) => visitor.VisitNegation(this);
}

/// <summary>The statement has this value of a facet. <paramref name="Value"/> null: it has none.</summary>
public sealed record FacetMatch(FacetName Facet, string? Value) : MatchNode
{
    public override TResult Accept<TResult>(IMatchVisitor<TResult> visitor) => visitor.VisitFacet(this);
}

/// <summary>The statement's id, or the id its source gave it, equals <paramref name="Id"/>.</summary>
public sealed record IdMatch(string Id) : MatchNode
{
    public override TResult Accept<TResult>(IMatchVisitor<TResult> visitor) => visitor.VisitId(this);
}

/// <summary>
/// Issued, or perhaps issued, between two days, both inclusive, null for open; both null: it bears no date.
/// </summary>
public sealed record DateMatch(DateOnly? From, DateOnly? To) : MatchNode
{
    public override TResult Accept<TResult>(IMatchVisitor<TResult> visitor) => visitor.VisitDate(this);
}
