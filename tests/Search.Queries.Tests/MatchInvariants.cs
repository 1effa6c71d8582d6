using Search.Archive.Matching;
using Search.Core;

namespace Search.Queries.Tests;

/// <summary>What engines may rely on in the meaning of every query.</summary>
public sealed class MatchInvariants : IMatchVisitor<bool>
{
    private static readonly MatchInvariants s_instance = new();

    public static void Check(MatchNode node) => node.Accept(s_instance);

    public bool VisitEverything(EverythingMatch node) => true;

    public bool VisitNothing(NothingMatch node) => true;

    public bool VisitPhrase(PhraseMatch node)
    {
        CheckPhrase(node.Slots, node.Scope);
        return true;
    }

    public bool VisitProximity(ProximityMatch node)
    {
        Assert.True(node.Phrases.Count > 1);
        Assert.All(node.Phrases, phrase => CheckPhrase(phrase, node.Scope));
        return true;
    }

    public bool VisitConjunction(ConjunctionMatch node)
    {
        Assert.True(node.Operands.Count > 1);
        Assert.DoesNotContain(node.Operands, operand => operand is ConjunctionMatch or EverythingMatch or NothingMatch);
        return CheckOperands(node.Operands);
    }

    public bool VisitDisjunction(DisjunctionMatch node)
    {
        Assert.True(node.Operands.Count > 1);
        Assert.DoesNotContain(node.Operands, operand => operand is DisjunctionMatch or EverythingMatch or NothingMatch);
        return CheckOperands(node.Operands);
    }

    public bool VisitNegation(NegationMatch node)
    {
        Assert.False(node.Operand is NegationMatch or EverythingMatch or NothingMatch);
        return node.Operand.Accept(this);
    }

    public bool VisitFacet(FacetMatch node) => true;

    public bool VisitId(IdMatch node) => true;

    public bool VisitDate(DateMatch node)
    {
        Assert.False(node.From > node.To);
        return true;
    }

    private bool CheckOperands(EquatableList<MatchNode> operands)
    {
        Assert.Equal(operands.Count, operands.Distinct().Count());
        return operands.All(operand => operand.Accept(this));
    }

    private static void CheckPhrase(EquatableList<PhraseSlot> slots, TextScope scope)
    {
        Assert.NotEmpty(slots);
        Assert.False(slots[0] is AnySlot || slots[^1] is AnySlot);
        Assert.DoesNotContain(slots.SkipLast(1), slot => slot is PrefixSlot);
        foreach (var terms in slots.OfType<TermSlot>().Select(slot => slot.Terms))
        {
            Assert.NotEmpty(terms);
            Assert.Single(terms.Select(term => term.Likeness).Distinct());
            Assert.True(scope is not (TextScope.Issuer or TextScope.Source) || terms[0].Likeness == Search.Core.Analysis.Likeness.Exact);
        }
    }
}
