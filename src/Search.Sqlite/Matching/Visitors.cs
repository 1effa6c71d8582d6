using Search.Sqlite.Indexing;
using Search.Sqlite.Native;
using Search.Sqlite.Planning;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Matching;

/// <summary>Carries rows to a sink, scored by the frequencies of the expression's own phrases.</summary>
internal sealed class PageVisitor(
    StatementColumns columns,
    IMatchSink sink,
    Predicate<int>? condition,
    TermScorer scorer) : RowVisitor
{
    /// <summary>Rows between two looks at the clock.</summary>
    private const int RowsPerCheck = 512;

    private int _rows;

    public override bool Visit(Fts5Row row)
    {
        if (++_rows % RowsPerCheck == 0 && ReaderConnection.IsOver)
        {
            return false;
        }

        var slot = columns.SlotOf(row.Id);
        if (slot < 0 || (condition is not null && !condition(slot)) || !sink.Count(slot))
        {
            return true;
        }

        sink.Offer(slot, scorer.Score(row, slot));
        return true;
    }
}

/// <summary>Gathers rows as a set, adding their scores up beside it.</summary>
internal sealed class SetVisitor(
    StatementColumns columns,
    SlotSet slots,
    float[]? scores,
    TermScorer scorer) : RowVisitor
{
    public override bool Visit(Fts5Row row)
    {
        var slot = columns.SlotOf(row.Id);
        if (slot < 0)
        {
            return true;
        }

        slots.Add(slot);
        if (scores is not null)
        {
            scores[slot] += scorer.Score(row, slot);
        }

        return (slot & 511) != 0 || !ReaderConnection.IsOver;
    }
}

/// <summary>Gathers the rows whose words stand where they must.</summary>
internal sealed class PositionVisitor(
    StatementColumns columns, SlotSet slots, float[]? scores, PositionFinder finder, float weight, Bm25 ranking) : RowVisitor
{
    public override bool Visit(Fts5Row row)
    {
        var slot = columns.SlotOf(row.Id);
        if (slot >= 0 && finder.CountMatches(row, slot) is > 0 and var frequency)
        {
            slots.Add(slot);
            if (scores is not null)
            {
                scores[slot] += ranking.Score(slot, weight, frequency);
            }
        }

        return (slot & 63) != 0 || !ReaderConnection.IsOver;
    }
}

/// <summary>Adds up what each term of an expression is worth in a row.</summary>
internal sealed class TermScorer(Bm25 ranking, IReadOnlyList<ScoredTerm> terms)
{
    private readonly (int[] Phrases, float Weight)[] _terms = [.. terms.Select(term => (term.Phrases.ToArray(), ranking.Weigh(term)))];

    /// <summary>The weight of all terms together.</summary>
    public float TotalWeight => _terms.Sum(term => term.Weight);

    public float Score(Fts5Row row, int slot)
    {
        var score = 0f;
        foreach (var (phrases, weight) in _terms)
        {
            var frequency = 0f;
            foreach (var phrase in phrases)
            {
                frequency += row.Frequency(phrase, Bm25.TitleWeight);
            }

            if (frequency > 0)
            {
                score += ranking.Score(slot, weight, frequency);
            }
        }

        return score;
    }
}
