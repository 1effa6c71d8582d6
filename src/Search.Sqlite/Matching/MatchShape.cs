using Search.Archive.Matching;
using Search.Core;
using Search.Sqlite.Indexing;

namespace Search.Sqlite.Matching;

/// <summary>Tells which parts of a match can be answered by what.</summary>
internal static class MatchShape
{
    /// <summary>Whether the columns in memory decide it, without the index of words.</summary>
    public static bool IsColumns(MatchNode node) => node switch
    {
        EverythingMatch or NothingMatch or FacetMatch or IdMatch or DateMatch => true,
        PhraseMatch phrase => IsColumns(phrase.Scope),
        ProximityMatch proximity => IsColumns(proximity.Scope),
        NegationMatch negation => IsColumns(negation.Operand),
        ConjunctionMatch conjunction => conjunction.Operands.All(IsColumns),
        DisjunctionMatch disjunction => disjunction.Operands.All(IsColumns),
        _ => false,
    };

    /// <summary>Whether one FTS5 expression says it: words, phrases and prefixes, negated only beside something that is not.</summary>
    public static bool IsExpression(MatchNode node) => node switch
    {
        PhraseMatch phrase => !IsColumns(phrase.Scope) && IsExpression(phrase.Slots),
        ConjunctionMatch conjunction => AreExpressions(conjunction.Operands),
        DisjunctionMatch disjunction => disjunction.Operands.All(IsExpression),
        _ => false,
    };

    /// <summary>The same of several nodes that must all match.</summary>
    public static bool AreExpressions(IReadOnlyList<MatchNode> operands) =>
        operands.Any(operand => operand is not NegationMatch)
        && operands.All(operand => operand is NegationMatch negation ? IsExpression(negation.Operand) : IsExpression(operand));

    /// <summary>
    /// FTS5 has no free word inside a phrase and takes a prefix at its end only; most verbatim words want a look at positions.
    /// </summary>
    private static bool IsExpression(EquatableList<PhraseSlot> slots)
    {
        for (var index = 0; index < slots.Count; index++)
        {
            if (slots[index] is AnySlot
                || (slots[index] is PrefixSlot && index < slots.Count - 1)
                || (slots[index] is TermSlot slot && slot.Terms.Any(term => IndexToken.IsLooser(term, out _))))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsColumns(TextScope scope) => scope is TextScope.Issuer or TextScope.Source;
}
