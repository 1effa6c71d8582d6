using Search.Archive.Searching;
using Search.Sqlite.Searching;

namespace Search.Sqlite.Tests.Searching;

public sealed class TopHitsTests
{
    [Fact]
    public void ToList_MoreThanThePageHolds_IsTheBestFirst()
    {
        var top = new TopHits(SortOrder.Relevance, 2, null);
        Offer(top, (0, 1, 1f), (1, 1, 3f), (2, 1, 2f));

        Assert.Equal([1, 2], top.ToList().Select(hit => hit.Slot));
        Assert.True(top.HasMore);
    }

    [Fact]
    public void ToList_EqualScores_LatestDayThenLatestArrivalFirst()
    {
        var top = new TopHits(SortOrder.Relevance, 3, null);
        Offer(top, (0, 5, 1f), (1, 9, 1f), (2, 5, 1f));

        Assert.Equal([1, 2, 0], top.ToList().Select(hit => hit.Slot));
        Assert.False(top.HasMore);
    }

    [Theory]
    [InlineData(SortOrder.Newest, "3 1 0 2")]
    [InlineData(SortOrder.Oldest, "0 1 3 2")]
    public void ToList_ByDay_UndatedIsLast(SortOrder sort, string expected)
    {
        var top = new TopHits(sort, 10, null);
        Offer(top, (0, 1, 0f), (1, 700_000, 0f), (2, 0, 0f), (3, 3_652_059, 0f));

        Assert.Equal(expected, string.Join(' ', top.ToList().Select(hit => hit.Slot)));
    }

    [Fact]
    public void Offer_AfterACursor_BeginsBehindIt()
    {
        var all = new TopHits(SortOrder.Newest, 10, null);
        Offer(all, (0, 3, 0f), (1, 2, 0f), (2, 1, 0f));
        var cursor = TopHits.ToCursor(all.ToList()[0], revision: 7);
        var rest = new TopHits(SortOrder.Newest, 1, TopHits.FromCursor(cursor, SortOrder.Newest, revision: 8));
        Offer(rest, (0, 3, 0f), (1, 2, 0f), (2, 1, 0f));

        Assert.Equal([1], rest.ToList().Select(hit => hit.Slot));
        Assert.True(rest.HasMore);
    }

    [Fact]
    public void FromCursor_OtherRevision_HoldsForDaysAndNotForScores()
    {
        var cursor = TopHits.ToCursor(new HitRank(1.5f, 42, 0), revision: 7);

        Assert.Equal(1.5f, TopHits.FromCursor(cursor, SortOrder.Relevance, revision: 7)!.Value.Score);
        Assert.Throws<CursorExpiredException>(() => TopHits.FromCursor(cursor, SortOrder.Relevance, revision: 8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x|1")]
    [InlineData("1|-5")]
    [InlineData("1|2|3")]
    public void FromCursor_NotOurs_IsExpired(string keys) => Assert.Throws<CursorExpiredException>(
        () => TopHits.FromCursor(new SearchCursor("7", [.. keys.Split('|')]), SortOrder.Newest, revision: 7));

    [Fact]
    public void Offer_NoHitsWanted_KeepsNone()
    {
        var top = new TopHits(SortOrder.Newest, 0, null);
        Offer(top, (0, 3, 0f));

        Assert.Empty(top.ToList());
    }

    private static void Offer(TopHits top, params ReadOnlySpan<(int Slot, int Day, float Score)> hits)
    {
        foreach (var (slot, day, score) in hits)
        {
            top.Offer(slot, day, score);
        }
    }
}
