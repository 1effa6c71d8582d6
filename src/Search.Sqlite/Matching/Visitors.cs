using Search.Sqlite.Indexing;
using Search.Sqlite.Native;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Matching;

/// <summary>Carries rows to a sink, scored by the frequencies of the expression's own phrases.</summary>
internal sealed class PageVisitor(
    StatementColumns columns,
    IMatchSink sink,
    Predicate<int>? condition,
    IReadOnlyList<(int Phrase, float Weight)> terms,
    Bm25 ranking) : RowVisitor
{
    /// <summary>Rows between two looks at the clock.</summary>
    private const int RowsPerCheck = 512;

    private readonly (int Phrase, float Weight)[] _terms = [.. terms];
    private int _rows;

    public override bool Visit(Fts5Row row)
    {
        if (++_rows % RowsPerCheck == 0 && ReaderConnection.IsOver)
        {
            return false;
        }

        var id = row.Id;
        var slot = columns.SlotOf(id);
        if (slot < 0 || (condition is not null && !condition(slot)) || !sink.Count(slot))
        {
            return true;
        }

        var score = 0f;
        foreach (var (phrase, weight) in _terms)
        {
            if (row.Frequency(phrase, Bm25.TitleWeight) is > 0 and var frequency)
            {
                score += ranking.Score(slot, weight, frequency);
            }
        }

        sink.Offer(slot, id, score);
        return true;
    }
}

/// <summary>Gathers rows as a set, adding their scores up beside it.</summary>
internal sealed class SetVisitor(
    StatementColumns columns,
    SlotSet slots,
    float[]? scores,
    IReadOnlyList<(int Phrase, float Weight)> terms,
    Bm25 ranking) : RowVisitor
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
            foreach (var (phrase, weight) in terms)
            {
                if (row.Frequency(phrase, Bm25.TitleWeight) is > 0 and var frequency)
                {
                    scores[slot] += ranking.Score(slot, weight, frequency);
                }
            }
        }

        return (slot & 511) != 0 || !ReaderConnection.IsOver;
    }
}

/// <summary>Gathers the rows whose words stand where they must.</summary>
internal sealed class PositionVisitor(
    StatementColumns columns, SlotSet slots, float[]? scores, PositionShape shape, float weight, Bm25 ranking) : RowVisitor
{
    public override bool Visit(Fts5Row row)
    {
        var slot = columns.SlotOf(row.Id);
        if (slot >= 0 && shape.CountMatches(row) is > 0 and var frequency)
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
