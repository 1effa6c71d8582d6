using Search.Core.Countries;
using Search.Core.Matching;
using Search.Sqlite.Indexing;
using Search.Sqlite.Native;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Matching;

/// <summary>Is shown every slot that matches, once each, in the order of slots.</summary>
internal interface IMatchSink
{
    /// <summary>True when the match may become a hit, so that its score is wanted.</summary>
    bool Count(int slot);

    void Offer(int slot, long row, float score);
}

/// <summary>
/// Answers a match on one archive at one revision. Words go to FTS5 in one expression wherever one says the same; the
/// columns in memory decide the rest; what neither can say is put together from sets of slots.
/// </summary>
internal sealed class MatchExecutor(
    ReaderConnection reader, StatementColumns columns, DocumentFrequencies frequencies, MentionKinds countryKinds)
{
    private readonly Bm25 _ranking = new(reader, columns, frequencies);
    private readonly ColumnsMatcher _columnsMatcher = new(reader, columns, countryKinds);
    private readonly bool _hasUnstemmed = columns.Dictionaries.IsStemmed.Contains(false);

    /// <summary>Shows all matches to the sink; false when time was over before.</summary>
    public bool Execute(MatchNode query, IMatchSink sink, bool scored)
    {
        var operands = query is ConjunctionMatch conjunction ? [.. conjunction.Operands] : new List<MatchNode> { query };
        var inColumns = operands.Where(MatchShape.IsColumns).ToList();
        var inWords = operands.Where(operand => !MatchShape.IsColumns(operand)).ToList();
        if (inWords.Count == 0)
        {
            return WalkSlots(_columnsMatcher.Compile(inColumns), sink);
        }

        if (MatchShape.AreExpressions(inWords))
        {
            var writer = new ExpressionWriter(_hasUnstemmed);
            writer.WriteAll(inWords);
            var condition = inColumns.Count == 0 ? null : _columnsMatcher.Compile(inColumns);
            return Walk(writer, new PageVisitor(columns, sink, condition, scored ? Terms(writer) : [], _ranking));
        }

        return WalkSets(query, sink, scored);
    }

    private bool WalkSlots(Predicate<int> condition, IMatchSink sink)
    {
        for (var slot = 0; slot < columns.Slots; slot++)
        {
            if (slot % 4096 == 0 && ReaderConnection.IsOver)
            {
                return false;
            }

            if (columns.Kinds[slot] != StatementColumns.Gone && condition(slot) && sink.Count(slot))
            {
                sink.Offer(slot, columns.RowOf(slot), 0);
            }
        }

        return true;
    }

    private bool WalkSets(MatchNode query, IMatchSink sink, bool scored)
    {
        var scores = scored ? new float[columns.Slots] : null;
        if (!TryEvaluate(query, scores, out var slots))
        {
            return false;
        }

        foreach (var slot in slots.Enumerate())
        {
            if (columns.Kinds[slot] != StatementColumns.Gone && sink.Count(slot))
            {
                sink.Offer(slot, columns.RowOf(slot), scores is null ? 0 : scores[slot]);
            }
        }

        return true;
    }

    private bool TryEvaluate(MatchNode node, float[]? scores, out SlotSet result)
    {
        result = new SlotSet(columns.Slots);
        if (MatchShape.IsColumns(node))
        {
            _columnsMatcher.Fill(_columnsMatcher.Compile([node]), result);
            return true;
        }

        if (MatchShape.IsExpression(node))
        {
            var writer = new ExpressionWriter(_hasUnstemmed);
            writer.Write(node);
            return Walk(writer, new SetVisitor(columns, result, scores, Terms(writer), _ranking));
        }

        switch (node)
        {
            case ConjunctionMatch conjunction:
                return TryCombine(conjunction.Operands, scores, (left, right) => left.And(right), ref result);
            case DisjunctionMatch disjunction:
                return TryCombine(disjunction.Operands, scores, (left, right) => left.Or(right), ref result);
            case NegationMatch negation:
                var isWhole = TryEvaluate(negation.Operand, null, out result);
                result.Not();
                return isWhole;
            default:
                return TryVerify(node, scores, result);
        }
    }

    private bool TryCombine(
        IReadOnlyList<MatchNode> operands, float[]? scores, Func<SlotSet, SlotSet, SlotSet> combine, ref SlotSet result)
    {
        for (var index = 0; index < operands.Count; index++)
        {
            if (!TryEvaluate(operands[index], scores, out var slots))
            {
                return false;
            }

            result = index == 0 ? slots : combine(result, slots);
        }

        return true;
    }

    /// <summary>What FTS5 can only come near to: it finds rows that hold all the words, their positions decide.</summary>
    private bool TryVerify(MatchNode node, float[]? scores, SlotSet result)
    {
        var writer = new ExpressionWriter(_hasUnstemmed);
        var shape = PositionShape.Create(node, writer);
        return Walk(writer, new PositionVisitor(columns, result, scores, shape, Terms(writer).Sum(term => term.Weight), _ranking));
    }

    private List<(int Phrase, float Weight)> Terms(ExpressionWriter writer) =>
        [.. writer.Scored.Select(phrase => (phrase.Index, _ranking.Weigh(phrase)))];

    private bool Walk(ExpressionWriter writer, RowVisitor visitor) =>
        reader.Walk("SELECT 1 FROM statement_index WHERE statement_index MATCH ?1 AND page(statement_index)", writer.ToString(), visitor);
}
