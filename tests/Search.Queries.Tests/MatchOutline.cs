using Search.Archive.Matching;
using Search.Core;
using Search.Core.Analysis;

namespace Search.Queries.Tests;

/// <summary>
/// Writes a match tree in one line. Stemmed terms stand plain (with the unstemmed form behind a slash where it differs), exact
/// ones in double quotes, verbatim ones in quotes after an equals sign; a phrase in brackets, its scope before it.
/// </summary>
public sealed class MatchOutline : IMatchVisitor<string>
{
    private static readonly MatchOutline s_instance = new();

    public static string Write(MatchNode node) => node.Accept(s_instance);

    public string VisitEverything(EverythingMatch node) => "everything";

    public string VisitNothing(NothingMatch node) => "nothing";

    public string VisitPhrase(PhraseMatch node) => Scope(node.Scope) + Phrase(node.Slots);

    public string VisitProximity(ProximityMatch node) =>
        $"{Scope(node.Scope)}{(node.Ordered ? "before" : "near")}/{node.Distance}({string.Join(", ", node.Phrases.Select(Phrase))})";

    public string VisitConjunction(ConjunctionMatch node) => $"all({Join(node.Operands)})";

    public string VisitDisjunction(DisjunctionMatch node) => $"any({Join(node.Operands)})";

    public string VisitNegation(NegationMatch node) => $"not({Write(node.Operand)})";

    public string VisitFacet(FacetMatch node) => $"{node.Facet.ToString().ToLowerInvariant()}={node.Value ?? "∅"}";

    public string VisitId(IdMatch node) => $"id={node.Id}";

    public string VisitDate(DateMatch node) =>
        node is { From: null, To: null } ? "date=∅" : $"date={node.From:yyyy-MM-dd}..{node.To:yyyy-MM-dd}";

    private static string Join(IEnumerable<MatchNode> nodes) => string.Join(", ", nodes.Select(Write));

    private static string Scope(TextScope scope) => scope == TextScope.TitleAndBody ? "" : $"{scope.ToString().ToLowerInvariant()}:";

    private static string Phrase(EquatableList<PhraseSlot> slots) =>
        slots.Count == 1 ? Slot(slots[0]) : $"[{string.Join(' ', slots.Select(Slot))}]";

    private static string Slot(PhraseSlot slot) => slot switch
    {
        TermSlot { Terms.Count: 1 } single => Term(single.Terms[0]),
        TermSlot several => $"({string.Join('|', several.Terms.Select(Term))})",
        PrefixSlot prefix => $"{prefix.Prefix}*",
        _ => "_",
    };

    private static string Term(MatchTerm term) => term.Likeness switch
    {
        Likeness.Stemmed => term.Text == term.Unstemmed ? term.Text : $"{term.Text}/{term.Unstemmed}",
        Likeness.Exact => $"\"{term.Text}\"",
        _ => $"=\"{term.Text}\"",
    };
}
