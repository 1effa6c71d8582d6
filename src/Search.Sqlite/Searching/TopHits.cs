using System.Globalization;
using Search.Archive.Searching;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Searching;

/// <summary>A hit's place in the order of a page.</summary>
internal readonly record struct HitRank(float Score, long Order, int Slot)
{
    public bool IsAbove(in HitRank other) => Score > other.Score || (Score == other.Score && Order > other.Order);
}

/// <summary>The lowest rank first, as the queue of the best gives up its lowest.</summary>
internal sealed class RankComparer : IComparer<HitRank>
{
    public static RankComparer Instance { get; } = new();

    public int Compare(HitRank x, HitRank y) => x.IsAbove(y) ? 1 : y.IsAbove(x) ? -1 : 0;
}

/// <summary>Keeps the best hits of those it is offered, beginning after the page before.</summary>
internal sealed class TopHits
{
    private readonly SortOrder _sort;
    private readonly int _size;
    private readonly HitRank? _after;
    private readonly PriorityQueue<HitRank, HitRank> _best;

    /// <param name="sort">The order of the page.</param>
    /// <param name="size">How many hits to keep.</param>
    /// <param name="after">The last hit of the page before.</param>
    public TopHits(SortOrder sort, int size, HitRank? after)
    {
        _sort = sort;
        _size = size;
        _after = after;
        _best = new PriorityQueue<HitRank, HitRank>(size + 1, RankComparer.Instance);
    }

    /// <summary>Whether there was a hit after the last one kept.</summary>
    public bool HasMore { get; private set; }

    public void Offer(int slot, int day, float score)
    {
        var rank = new HitRank(score, OrderOf(slot, day), slot);
        if (_after is { } after && !after.IsAbove(rank))
        {
            return;
        }

        if (_best.Count < _size)
        {
            _best.Enqueue(rank, rank);
            return;
        }

        HasMore = true;
        if (_size > 0 && rank.IsAbove(_best.Peek()))
        {
            _best.EnqueueDequeue(rank, rank);
        }
    }

    /// <summary>Best first.</summary>
    public IReadOnlyList<HitRank> ToList()
    {
        var ranks = new HitRank[_best.Count];
        for (var index = ranks.Length - 1; index >= 0; index--)
        {
            ranks[index] = _best.Dequeue();
        }

        return ranks;
    }

    /// <summary>
    /// By day (or the time of arrival), and within it by the order of arrival; what bears no date stands last in either direction.
    /// </summary>
    private long OrderOf(int slot, int day) => _sort == SortOrder.Oldest && day != ArchiveDay.None
        ? ((long)(int.MaxValue - day) << 32) | (uint)(int.MaxValue - slot)
        : ((long)day << 32) | (uint)slot;

    public static SearchCursor ToCursor(HitRank rank, long revision) => new(
        revision.ToString(CultureInfo.InvariantCulture),
        [
            BitConverter.SingleToInt32Bits(rank.Score).ToString(CultureInfo.InvariantCulture),
            rank.Order.ToString(CultureInfo.InvariantCulture),
        ]);

    /// <exception cref="CursorExpiredException">It belongs to another state of the archive, or was not made here.</exception>
    public static HitRank? FromCursor(SearchCursor? cursor, SortOrder sort, long revision)
    {
        if (cursor is null)
        {
            return null;
        }

        if (cursor.Keys.Count != 2
            || !int.TryParse(cursor.Keys[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var score)
            || !long.TryParse(cursor.Keys[1], NumberStyles.None, CultureInfo.InvariantCulture, out var order))
        {
            throw new CursorExpiredException("This cursor was not given by this archive.");
        }

        // Scores change with every statement that is added; places in time do not.
        if (sort == SortOrder.Relevance && cursor.Generation != revision.ToString(CultureInfo.InvariantCulture))
        {
            throw new CursorExpiredException("The archive has changed since this page was made; begin again from its first page.");
        }

        return new HitRank(BitConverter.Int32BitsToSingle(score), order, 0);
    }
}
