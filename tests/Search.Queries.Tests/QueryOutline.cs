
namespace Search.Queries.Tests;

/// <summary>
/// Writes a tree so that its shape can be seen, which its own text does not show: <c>all(a, any(b, not(c)))</c>.
/// </summary>
public sealed class QueryOutline : IQueryVisitor<string>
{
    private static readonly QueryOutline s_instance = new();

    public static string Write(QueryNode node) => node.Accept(s_instance);

    public static string Write(QueryError error) =>
        $"! {error.Code}{(error.IsLimit ? " (limit)" : "")} {error.Start}+{error.Length} → "
            + (error.Repaired.Length == 0 ? "(nothing)" : error.Repaired);

    public string VisitEverything(EverythingNode node) => "everything";

    public string VisitWord(WordNode node) => node.Verbatim ? $"={node.Text}" : node.Text;

    public string VisitPrefix(PrefixNode node) => $"{node.Text}*";

    public string VisitPhrase(PhraseNode node) => $"{(node.Verbatim ? "=" : "")}[{string.Join(' ', node.Parts.Select(Part))}]";

    public string VisitLoosePhrase(LoosePhraseNode node) => $"{Write(node.Phrase)}~{node.Distance}";

    public string VisitProximity(ProximityNode node) =>
        $"{(node.Ordered ? "before" : "near")}/{node.Distance}({Join(node.Operands)})";

    public string VisitConjunction(ConjunctionNode node) => $"all({Join(node.Operands)})";

    public string VisitDisjunction(DisjunctionNode node) => $"any({Join(node.Operands)})";

    public string VisitNegation(NegationNode node) => $"not({Write(node.Operand)})";

    public string VisitField(FieldNode node) => $"{node.Field.ToName()}({Write(node.Operand)})";

    public string VisitValue(ValueNode node) => $"{node.Field.ToName()}:{node.Value ?? "∅"}";

    public string VisitDate(DateNode node) => $"date {node.From}..{node.To}";

    public string VisitBefore(BeforeNode node) => $"date <{node.Point}";

    public string VisitUndated(UndatedNode node) => "date ∅";

    private static string Join(IEnumerable<QueryNode> nodes) => string.Join(", ", nodes.Select(Write));

    private static string Part(PhrasePart part) => part switch
    {
        PhraseWord word => word.Text,
        PhraseAlternatives any => $"({string.Join('|', any.Texts)})",
        PhrasePrefix prefix => $"{prefix.Text}…",
        _ => "_",
    };
}
