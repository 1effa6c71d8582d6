using Search.Archive.Matching;
using Search.Core;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Queries;

/// <summary>One method a node. Null stands for text without a single token: it takes no part in what surrounds it.</summary>
internal sealed class MeaningVisitor : IQueryVisitor<MatchNode?>
{
    private readonly MeaningOptions _options;
    private readonly SlotReader _slots = new();
    private TextScope _scope;
    private bool _matchAny;

    public MeaningVisitor(MeaningOptions options)
    {
        _options = options;
        _scope = options.Scope;
        _matchAny = options.MatchAny;
    }

    public MatchNode? VisitEverything(EverythingNode node) => new EverythingMatch();

    public MatchNode? VisitWord(WordNode node) => AnyOf([_slots.Words(node.Text, LikenessOf(node))]);

    public MatchNode? VisitPrefix(PrefixNode node) => AnyOf([_slots.Prefix(node.Text, InScope(Likeness.Stemmed))]);

    public MatchNode? VisitPhrase(PhraseNode node) => AnyOf(_slots.Runs(node.Parts, LikenessOf(node)));

    public MatchNode? VisitLoosePhrase(LoosePhraseNode node) => Near(
        [.. node.Phrase.Parts.Select(part => _slots.Choices(part, LikenessOf(node.Phrase)))], node.Distance, ordered: false);

    public MatchNode? VisitProximity(ProximityNode node) => Near(
        [.. node.Operands.Select(operand => SlotReader.Choices(Runs(operand)))], node.Distance, node.Ordered);

    public MatchNode? VisitConjunction(ConjunctionNode node)
    {
        var (optional, strict) = (new List<MatchNode>(), new List<MatchNode>());
        foreach (var operand in node.Operands)
        {
            if (operand.Accept(this) is { } meant)
            {
                (_matchAny && OptionalTerms.IsOptional(operand) ? optional : strict).Add(meant);
            }
        }

        if (optional.Count > 0)
        {
            strict.Add(MatchNodes.Any(optional));
        }

        return strict.Count == 0 ? null : MatchNodes.All(strict);
    }

    public MatchNode? VisitDisjunction(DisjunctionNode node)
    {
        MatchNode[] operands = [.. node.Operands.Select(operand => operand.Accept(this)).OfType<MatchNode>()];
        return operands.Length == 0 ? null : MatchNodes.Any(operands);
    }

    public MatchNode? VisitNegation(NegationNode node)
    {
        var operand = Strictly(node.Operand);
        return operand is null ? null : MatchNodes.Not(operand);
    }

    public MatchNode? VisitField(FieldNode node)
    {
        var outer = _scope;
        _scope = node.Field switch
        {
            QueryField.Issuer => TextScope.Issuer,
            QueryField.Source => TextScope.Source,
            _ => TextScope.Title,
        };
        var operand = Strictly(node.Operand);
        _scope = outer;
        return operand;
    }

    public MatchNode? VisitValue(ValueNode node) => node switch
    {
        { Field: QueryField.Id, Value: { } id } => new IdMatch(id),
        { Field: QueryField.Id } => new NothingMatch(),
        { Value: null } => new FacetMatch(FacetOf(node.Field), null),
        { Field: QueryField.Country, Value: var name } =>
            ValueNames.TryCountry(name, out var code) ? Facet(node, code) : new NothingMatch(),
        { Field: QueryField.Kind, Value: var name } => ValueNames.TryKind(name, out var kind) ? Facet(node, kind) : new NothingMatch(),
        { Field: QueryField.Language, Value: var name } => Facet(node, ValueNames.TryLanguage(name, out var tag) ? tag : name),
        _ => Facet(node, node.Value),
    };

    public MatchNode? VisitDate(DateNode node)
    {
        var (from, to) = (node.From?.First(_options.Today), node.To?.Last(_options.Today));
        return from > to ? new NothingMatch() : new DateMatch(from, to);
    }

    public MatchNode? VisitBefore(BeforeNode node)
    {
        var first = node.Point.First(_options.Today);
        return first == DateOnly.MinValue ? new NothingMatch() : new DateMatch(null, first.AddDays(-1));
    }

    public MatchNode? VisitUndated(UndatedNode node) => new DateMatch(null, null);

    private static FacetMatch Facet(ValueNode node, string value) => new(FacetOf(node.Field), value);

    private static FacetName FacetOf(QueryField field) => field switch
    {
        QueryField.Issuer => FacetName.Issuer,
        QueryField.Source => FacetName.Source,
        QueryField.Kind => FacetName.Kind,
        QueryField.Language => FacetName.Language,
        _ => FacetName.Country,
    };

    private Likeness LikenessOf(WordNode word) => InScope(word.Verbatim ? Likeness.Verbatim : Likeness.Stemmed);

    private Likeness LikenessOf(PhraseNode phrase) => InScope(phrase.Verbatim ? Likeness.Verbatim : Likeness.Exact);

    /// <summary>Names are indexed in their exact form only.</summary>
    private Likeness InScope(Likeness likeness) => _scope is TextScope.Issuer or TextScope.Source ? Likeness.Exact : likeness;

    private MatchNode? Strictly(QueryNode node)
    {
        var outer = _matchAny;
        _matchAny = false;
        var meant = node.Accept(this);
        _matchAny = outer;
        return meant;
    }

    private List<List<PhraseSlot>> Runs(QueryNode operand) => operand switch
    {
        WordNode word => [_slots.Words(word.Text, LikenessOf(word))],
        PrefixNode prefix => [_slots.Prefix(prefix.Text, InScope(Likeness.Stemmed))],
        PhraseNode phrase => _slots.Runs(phrase.Parts, LikenessOf(phrase)),
        DisjunctionNode any => [.. any.Operands.SelectMany(Runs)],
        _ => [],
    };

    private MatchNode? Near(List<List<List<PhraseSlot>>> operands, int distance, bool ordered)
    {
        List<List<List<PhraseSlot>>> combinations = [[]];
        foreach (var choices in operands
            .Select(choices => choices.Where(choice => choice.Count > 0).ToList())
            .Where(choices => choices.Count > 0))
        {
            combinations = [.. combinations.SelectMany(combination => choices.Select(choice => combination.Append(choice).ToList()))];
        }

        MatchNode[] nodes =
        [
            .. combinations.Where(combination => combination.Count > 0).Select(combination => Near(combination, distance, ordered)),
        ];
        return nodes.Length == 0 ? null : MatchNodes.Any(nodes);
    }

    private MatchNode Near(List<List<PhraseSlot>> phrases, int distance, bool ordered)
    {
        // In this order with nothing between is what a phrase is; a prefix must be its last slot.
        var isPhrase = phrases.Count == 1 || (ordered && distance == 0 && !phrases.SkipLast(1).Any(phrase => phrase[^1] is PrefixSlot));
        return isPhrase
            ? new PhraseMatch([.. phrases.SelectMany(phrase => phrase)], _scope)
            : new ProximityMatch([.. phrases.Select(phrase => (EquatableList<PhraseSlot>)[.. phrase])], distance, ordered, _scope);
    }

    private MatchNode? AnyOf(List<List<PhraseSlot>> runs)
    {
        MatchNode[] phrases = [.. runs.Where(run => run.Count > 0).Select(run => new PhraseMatch([.. run], _scope))];
        return phrases.Length == 0 ? null : MatchNodes.Any(phrases);
    }
}
