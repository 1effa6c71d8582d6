using System.Text;
using Search.Core;
using Search.Core.Analysis;

namespace Search.Archive.Matching;

/// <summary>Prints what a query means as compact text, for logs and tests. No parser reads it.</summary>
/// <remarks>
/// <c>~word</c> stemmed (<c>~stem/exact</c> where they differ), <c>word</c> exact, <c>=Word</c> verbatim; <c>word*</c>
/// prefix, <c>*</c> any word, <c>(a|b)</c> one of several; <c>"a b"</c> phrase; <c>near5(…)</c>, <c>onear5(…)</c>
/// proximity; <c>and(…)</c>, <c>or(…)</c>, <c>not(…)</c>; <c>title:</c> and the like in front for another scope than both.
/// </remarks>
public sealed class MatchPrinter : IMatchVisitor<string>
{
    private static readonly MatchPrinter s_instance = new();

    private MatchPrinter()
    {
    }

    public static string Print(MatchNode node) => node.Accept(s_instance);

    public string VisitEverything(EverythingMatch node) => "everything";

    public string VisitNothing(NothingMatch node) => "nothing";

    public string VisitPhrase(PhraseMatch node) => Prefix(node.Scope) + Phrase(node.Slots);

    public string VisitProximity(ProximityMatch node) =>
        $"{Prefix(node.Scope)}{(node.Ordered ? "onear" : "near")}{node.Distance}({string.Join(' ', node.Phrases.Select(Phrase))})";

    public string VisitConjunction(ConjunctionMatch node) => $"and({Operands(node.Operands)})";

    public string VisitDisjunction(DisjunctionMatch node) => $"or({Operands(node.Operands)})";

    public string VisitNegation(NegationMatch node) => $"not({node.Operand.Accept(this)})";

    public string VisitFacet(FacetMatch node) => $"{Lower(node.Facet)}:{node.Value ?? "none"}";

    public string VisitId(IdMatch node) => $"id:{node.Id}";

    public string VisitDate(DateMatch node) =>
        node is { From: null, To: null } ? "date:none" : $"date:{node.From:yyyy-MM-dd}..{node.To:yyyy-MM-dd}";

    private static string Prefix(TextScope scope) => scope == TextScope.TitleAndBody ? string.Empty : Lower(scope) + ":";

    private static string Phrase(EquatableList<PhraseSlot> slots)
    {
        var text = string.Join(' ', slots.Select(Slot));
        return slots.Count == 1 ? text : $"\"{text}\"";
    }

    private static string Slot(PhraseSlot slot) => slot switch
    {
        TermSlot { Terms.Count: 1 } single => Term(single.Terms[0]),
        TermSlot several => $"({string.Join('|', several.Terms.Select(Term))})",
        PrefixSlot prefix => prefix.Prefix + "*",
        _ => "*",
    };

    private static string Term(MatchTerm term) => term.Likeness switch
    {
        Likeness.Stemmed => term.Unstemmed == term.Text ? $"~{term.Text}" : $"~{term.Text}/{term.Unstemmed}",
        Likeness.Exact => term.Text,
        _ => $"={term.Text}",
    };

    private string Operands(EquatableList<MatchNode> operands)
    {
        var text = new StringBuilder();
        foreach (var operand in operands)
        {
            text.Append(text.Length == 0 ? string.Empty : " ").Append(operand.Accept(this));
        }

        return text.ToString();
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
