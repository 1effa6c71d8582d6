namespace Search.Queries;

/// <summary>Writes a tree as text that parses to an equal tree.</summary>
internal sealed class QueryPrinter : IQueryVisitor<string>
{
    private static readonly QueryPrinter s_instance = new();

    private QueryPrinter()
    {
    }

    public static string Print(QueryNode node) => node.Accept(s_instance);

    /// <summary>A field's value, in quotes where it would not be read as one word.</summary>
    public static string Value(string text)
    {
        var needsQuotes = text.Equals("none", StringComparison.OrdinalIgnoreCase)
            || text[0] is '\\' or '=' or '\uFF1D'
            || QueryCharacters.IsMinus(text[0])
            || !IsOneWord(text);
        return needsQuotes ? $"\"{text}\"" : text;
    }

    public string VisitEverything(EverythingNode node) => string.Empty;

    public string VisitWord(WordNode node)
    {
        if (node.Verbatim)
        {
            var first = node.Text[0];
            var isRead = first != '\\'
                && !QueryCharacters.IsEquals(first) && !QueryCharacters.IsQuote(first) && !QueryCharacters.IsOpen(first)
                && !node.Text.Any(QueryCharacters.IsStar);
            return isRead ? $"={node.Text}" : $"=\\{node.Text}";
        }

        // Behind a phrase ~5 would be taken for its distance; before a quote further on, OR"x would be taken for an operator.
        return !QueryCharacters.IsTilde(node.Text[0])
            && !QueryTokenizer.BeginsWithKeyword(node.Text)
            && QueryTokenizer.IsPlainWord(node.Text)
            && PrefixReader.Read(node.Text, 0) is { IsPrefix: false, Problem: null }
            ? node.Text
            : $"\\{node.Text}";
    }

    public string VisitPrefix(PrefixNode node) => $"{node.Text}*";

    public string VisitPhrase(PhraseNode node) =>
        $"{(node.Verbatim ? "=" : "")}\"{string.Join(' ', node.Parts.Select(Part))}\"";

    public string VisitLoosePhrase(LoosePhraseNode node) => $"{Print(node.Phrase)}~{node.Distance}";

    public string VisitProximity(ProximityNode node) =>
        string.Join($" {(node.Ordered ? "BEFORE" : "NEAR")}/{node.Distance} ", node.Operands.Select(Grouped));

    public string VisitConjunction(ConjunctionNode node) =>
        string.Join(' ', node.Operands.Select(operand => operand is DisjunctionNode ? Grouped(operand) : Print(operand)));

    public string VisitDisjunction(DisjunctionNode node) => string.Join(" OR ", node.Operands.Select(Print));

    public string VisitNegation(NegationNode node) => node.Operand switch
    {
        NegationNode or ProximityNode => $"NOT {Print(node.Operand)}",
        _ => Grouped(node.Operand) is var text && QueryCharacters.IsMinus(text[0]) ? $"NOT {text}" : $"-{text}",
    };

    public string VisitField(FieldNode node)
    {
        var text = Grouped(node.Operand);
        return node.Operand is WordNode { Verbatim: false } word && NeedsEscape(node.Field, word.Text) && !text.StartsWith('\\')
            ? $"{node.Field.ToName()}:\\{text}"
            : $"{node.Field.ToName()}:{text}";
    }

    public string VisitValue(ValueNode node) => $"{node.Field.ToName()}:{(node.Value is null ? "none" : Value(node.Value))}";

    public string VisitDate(DateNode node) => node switch
    {
        { From: not null, To: null } => $"after:{node.From}",
        _ when node.From == node.To => $"date:{node.From}",
        _ => $"date:{node.From}..{node.To}",
    };

    public string VisitBefore(BeforeNode node) => $"before:{node.Point}";

    public string VisitUndated(UndatedNode node) => "date:none";

    private static string Grouped(QueryNode node) =>
        node is ConjunctionNode or DisjunctionNode or ProximityNode or NegationNode ? $"({Print(node)})" : Print(node);

    private static bool NeedsEscape(QueryField field, string text) =>
        field != QueryField.Title && text.Equals("none", StringComparison.OrdinalIgnoreCase);

    private static bool IsOneWord(string text) =>
        QueryTokenizer.Tokenize($"id:{text}") is [{ Kind: QueryTokenKind.Field }, { Kind: QueryTokenKind.Word } word, _]
        && word.Text == text;

    private static string Part(PhrasePart part) => part switch
    {
        PhraseWord word => word.Text,
        PhraseAlternatives any => $"({string.Join('|', any.Texts)})",
        PhrasePrefix prefix => $"{prefix.Text}*",
        _ => "*",
    };
}
