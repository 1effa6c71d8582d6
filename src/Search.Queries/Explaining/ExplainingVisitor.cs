namespace Search.Queries;

/// <summary>A clause for each node, to stand behind “statements”.</summary>
/// <param name="IsNegated">Each clause says the opposite.</param>
internal sealed record ExplainingVisitor(DateOnly Today, bool MatchAny, bool IsNegated) : IQueryVisitor<string>
{
    private string With => IsNegated ? "without" : "with";

    private string Not => IsNegated ? "not " : "";

    public string VisitEverything(EverythingNode node) => IsNegated ? "that do not exist" : "of any sort";

    public string VisitWord(WordNode node) => $"{With} {Text(node)}";

    public string VisitPrefix(PrefixNode node) => $"{With} {Text(node)}";

    public string VisitPhrase(PhraseNode node) => $"{With} {Text(node)}";

    public string VisitLoosePhrase(LoosePhraseNode node) =>
        $"{With} {QueryExplainer.Join(node.Phrase.Parts.Select(part => $"“{Part(part)}”"), "and")} in any order, {Between(node.Distance)}";

    public string VisitProximity(ProximityNode node) =>
        $"{With} {QueryExplainer.Join(node.Operands.Select(Operand), "and")} in {(node.Ordered ? "this" : "any")} order, "
            + Between(node.Distance);

    public string VisitConjunction(ConjunctionNode node)
    {
        if (IsNegated)
        {
            return "without all of these at once: "
                + string.Join("; ", node.Operands.Select(operand => operand.Accept(this with { IsNegated = false })));
        }

        if (MatchAny && node.Operands.Where(OptionalTerms.IsOptional).ToArray() is { Length: > 1 } optional && !optional.All(IsBareWord))
        {
            var strict = node.Operands.Where(operand => !OptionalTerms.IsOptional(operand)).Select(operand => operand.Accept(this));
            return string.Join(", ", strict.Prepend(DisjunctionNode.Of(optional).Accept(this)));
        }

        // Bare words, which most queries are made of, share one clause.
        WordNode[] words = [.. node.Operands.Where(IsBareWord).Cast<WordNode>()];
        var clauses = node.Operands.Where(operand => !IsBareWord(operand)).Select(operand => operand.Accept(this));
        return string.Join(", ", words.Length == 0 ? clauses : clauses.Prepend(Words(words)));
    }

    public string VisitDisjunction(DisjunctionNode node)
    {
        // Neither of two is one and the other left out.
        var clauses = node.Operands.Select(operand => operand.Accept(this)).ToList();
        var hasCommas = clauses.Any(clause => clause.Contains(", ", StringComparison.Ordinal));
        var list = hasCommas
            ? string.Join(IsNegated ? "; and " : "; or ", clauses)
            : QueryExplainer.Join(clauses, IsNegated ? "and" : "or");
        return IsNegated ? list : $"either {list}";
    }

    public string VisitNegation(NegationNode node) =>
        node.Operand.Accept(this with { IsNegated = !IsNegated, MatchAny = false });

    public string VisitField(FieldNode node) => node.Field switch
    {
        QueryField.Issuer => $"{Not}issued by {Operand(node.Operand)}",
        QueryField.Source => $"{Not}published by {Operand(node.Operand)}",
        _ => $"{node.Operand.Accept(this with { MatchAny = false })} in the title",
    };

    public string VisitValue(ValueNode node)
    {
        var value = node.Value is null ? null : QueryExplainer.ValueLabel(node.Field, node.Value);
        return (node.Field, value) switch
        {
            (QueryField.Country, null) => IsNegated ? "naming a country" : "naming no country",
            (QueryField.Country, _) => $"{Not}naming {value}",
            (QueryField.Kind, null) => $"{With} no kind",
            (QueryField.Kind, _) => $"{Not}of the kind {value}",
            (QueryField.Language, null) => IsNegated ? "whose language is known" : "whose language is not known",
            (QueryField.Language, _) => $"{Not}in {value}",
            (QueryField.Id, _) => $"{With} the id {value}",
            (QueryField.Issuer, _) => IsNegated ? "with an issuer" : "without an issuer",
            _ => IsNegated ? "with a source" : "without a source",
        };
    }

    public string VisitDate(DateNode node)
    {
        var (from, to) = (
            node.From is null ? null : QueryExplainer.Point(node.From, Today),
            node.To is null ? null : QueryExplainer.Point(node.To, Today));
        return Not + (from, to) switch
        {
            (not null, null) => $"since {from}",
            (null, _) => $"until {to}",
            _ when from == to => $"of {from}",
            _ => $"from {from} to {to}",
        };
    }

    public string VisitBefore(BeforeNode node) => $"{Not}before {QueryExplainer.Point(node.Point, Today)}";

    public string VisitUndated(UndatedNode node) => IsNegated ? "with a date" : "without a date";

    private static bool IsBareWord(QueryNode node) => node is WordNode { Verbatim: false };

    private static string Between(int distance) => distance switch
    {
        0 => "with no other word between",
        1 => "with at most one other word between",
        _ => $"with at most {distance} other words between",
    };

    private static string Text(QueryNode node) => node switch
    {
        WordNode { Verbatim: true } word => $"“{word.Text}” written just so",
        WordNode word => $"the word “{word.Text}”{Spellings.Of([word.Text])}",
        PrefixNode prefix => $"a word that begins with “{prefix.Text}”",
        PhraseNode { Verbatim: true } phrase => $"“{Phrase(phrase)}” written just so",
        PhraseNode phrase => $"the exact phrase “{Phrase(phrase)}”"
            + Spellings.Of(phrase.Parts.OfType<PhraseWord>().Select(word => word.Text)),
        _ => node.ToString(),
    };

    /// <summary>Short, for lists of names and of things near each other.</summary>
    private static string Operand(QueryNode node) => node switch
    {
        WordNode word => $"“{word.Text}”",
        PrefixNode prefix => $"“{prefix.Text}…”",
        PhraseNode phrase => $"“{Phrase(phrase)}”",
        DisjunctionNode any => QueryExplainer.Join(any.Operands.Select(Operand), "or"),
        ConjunctionNode all => QueryExplainer.Join(all.Operands.Select(Operand), "and"),
        _ => node.ToString(),
    };

    private static string Phrase(PhraseNode phrase) => string.Join(' ', phrase.Parts.Select(Part));

    private static string Part(PhrasePart part) => part switch
    {
        PhraseWord word => word.Text,
        PhraseAlternatives any => $"({string.Join(" or ", any.Texts)})",
        PhrasePrefix prefix => $"{prefix.Text}…",
        _ => "[any word]",
    };

    private string Words(WordNode[] words) => words.Length == 1
        ? VisitWord(words[0])
        : $"with {(MatchAny ? "any of " : "")}the words "
            + QueryExplainer.Join(words.Select(word => $"“{word.Text}”"), MatchAny ? "or" : "and")
            + Spellings.Of(words.Select(word => word.Text));
}
