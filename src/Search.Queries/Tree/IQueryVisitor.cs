namespace Search.Queries;

/// <summary>A method for each node, so that a new node fails to compile wherever it must be thought of.</summary>
public interface IQueryVisitor<out TResult>
{
    TResult VisitEverything(EverythingNode node);

    TResult VisitWord(WordNode node);

    TResult VisitPrefix(PrefixNode node);

    TResult VisitPhrase(PhraseNode node);

    TResult VisitLoosePhrase(LoosePhraseNode node);

    TResult VisitProximity(ProximityNode node);

    TResult VisitConjunction(ConjunctionNode node);

    TResult VisitDisjunction(DisjunctionNode node);

    TResult VisitNegation(NegationNode node);

    TResult VisitField(FieldNode node);

    TResult VisitValue(ValueNode node);

    TResult VisitDate(DateNode node);

    TResult VisitBefore(BeforeNode node);

    TResult VisitUndated(UndatedNode node);
}
