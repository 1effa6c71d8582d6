using Search.Archive.Matching;
using Search.Core.Countries;
using Search.Sqlite.Indexing;
using Search.Sqlite.Native;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Matching;

/// <summary>Is shown every slot that matches, once each, in the order of slots.</summary>
internal interface IMatchSink
{
    /// <summary>True when the match may become a hit, so that its score is wanted.</summary>
    bool Count(int slot);

    void Offer(int slot, float score);
}

/// <summary>
/// Answers a match on one archive at one revision. Words go to FTS5 in one expression wherever one says the same; the
/// columns in memory decide the rest; what neither can say is put together from sets of slots.
/// </summary>
internal sealed class MatchExecutor(
    ReaderConnection reader, StatementColumns columns, DocumentFrequencies frequencies, MentionKinds countryKinds, MatchWork work)
{
    private readonly Bm25 _ranking = new(reader, columns, frequencies);
    private readonly MatchWork _work = work;
    private readonly ColumnsMatcher _columnsMatcher = new(reader, columns, countryKinds, work);
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
            return Walk(writer, new PageVisitor(columns, sink, condition, Scorer(writer, scored)));
        }

        WalkSets(query, sink, scored);
        return true;
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
                sink.Offer(slot, 0);
            }
        }

        return true;
    }

    private void WalkSets(MatchNode query, IMatchSink sink, bool scored)
    {
        var scores = scored ? new float[columns.Slots] : null;
        foreach (var slot in Evaluate(query, scores).Enumerate())
        {
            if (columns.Kinds[slot] != StatementColumns.Gone && sink.Count(slot))
            {
                sink.Offer(slot, scores is null ? 0 : scores[slot]);
            }
        }
    }

    private SlotSet Evaluate(MatchNode node, float[]? scores)
    {
        if (MatchShape.IsColumns(node))
        {
            return _columnsMatcher.ToSet(_columnsMatcher.Compile([node]));
        }

        if (MatchShape.IsExpression(node))
        {
            var writer = new ExpressionWriter(_hasUnstemmed);
            writer.Write(node);
            var slots = new SlotSet(columns.Slots);
            WalkWhole(writer, new SetVisitor(columns, slots, scores, Scorer(writer, scores is not null)));
            return slots;
        }

        return node switch
        {
            ConjunctionMatch conjunction => Combine(conjunction.Operands, scores, (left, right) => left.And(right)),
            DisjunctionMatch disjunction => Combine(disjunction.Operands, scores, (left, right) => left.Or(right)),
            NegationMatch negation => Evaluate(negation.Operand, null).Not(),
            _ when SlotSplitter.Split(node) is { Count: > 1 } alternatives =>
                Combine(alternatives, scores, (left, right) => left.Or(right)),
            _ => Verify(node, scores),
        };
    }

    private SlotSet Combine(IReadOnlyList<MatchNode> operands, float[]? scores, Func<SlotSet, SlotSet, SlotSet> combine)
    {
        var result = Evaluate(operands[0], scores);
        for (var index = 1; index < operands.Count; index++)
        {
            result = combine(result, Evaluate(operands[index], scores));
        }

        return result;
    }

    /// <summary>What FTS5 can only come near to: it finds rows that hold all the words, their positions decide.</summary>
    private SlotSet Verify(MatchNode node, float[]? scores)
    {
        var writer = new ExpressionWriter(_hasUnstemmed);
        var shape = PositionShape.Create(node, writer, columns, _work);
        var slots = new SlotSet(columns.Slots);
        var weight = Scorer(writer, scores is not null).TotalWeight;
        WalkWhole(writer, new PositionVisitor(columns, slots, scores, shape, weight, _ranking));
        return slots;
    }

    /// <summary>A set that is not whole says nothing of what is not in it, so there is no answer without the rest.</summary>
    private void WalkWhole(ExpressionWriter writer, RowVisitor visitor)
    {
        if (!Walk(writer, visitor))
        {
            throw new QueryTooCostlyException("This query took too long; make it narrower, with more or rarer words.");
        }
    }

    private TermScorer Scorer(ExpressionWriter writer, bool scored) => new(_ranking, scored ? writer.Scored : []);

    private bool Walk(ExpressionWriter writer, RowVisitor visitor) =>
        reader.Walk("SELECT 1 FROM statement_index WHERE statement_index MATCH ?1 AND page(statement_index)", writer.ToString(), visitor);
}
