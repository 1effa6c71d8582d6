using Search.Archive.Searching;
using Search.Elasticsearch.Indices;
using Search.Elasticsearch.Lifecycle;

namespace Search.Elasticsearch.Tests.Lifecycle;

public sealed class LifecyclePlannerTests
{
    private static readonly DateTimeOffset s_now = new(2030, 5, 17, 12, 0, 0, TimeSpan.Zero);
    private static readonly LifecycleGoal s_goal = new("s", 3, "new", s_now);

    [Fact]
    public void Plan_NothingThere_Creates() => Assert.Equal(["create an empty index"], Steps([], s_goal));

    [Fact]
    public void Plan_SameMapping_DoesNothing() => Assert.Empty(Steps([Live("s-1", 3, "new")], s_goal));

    [Fact]
    public void Plan_SameMappingAskedToRebuild_Rebuilds() =>
        Assert.Equal(["rebuild s-1 (asked for)"], Steps([Live("s-1", 3, "new")], s_goal with { Rebuild = true }));

    [Fact]
    public void Plan_OlderMapping_Rebuilds() =>
        Assert.Equal(["rebuild s-1 (its mapping is an older one)"], Steps([Live("s-1", 2, "old")], s_goal));

    [Fact]
    public void Plan_NewerMapping_Refuses()
    {
        var plan = LifecyclePlanner.Plan([Live("s-1", 4, "newest"), Old("s-0", 1)], s_goal with { Rebuild = true, Cleanup = true });

        Assert.Empty(plan.Steps);
        Assert.Contains("newer version", Assert.IsType<ArchiveFormatException>(plan.Refusal).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_AliasAtTwoIndices_Refuses() => Assert.Contains(
        "s-1, s-2", Refusal<ArchiveNameClashException>([Live("s-1", 3, "new"), Live("s-2", 3, "new")], s_goal), StringComparison.Ordinal);

    [Fact]
    public void Plan_AliasAtAForeignIndex_Refuses() => Assert.Contains(
        "points at other", Refusal<ArchiveNameClashException>([Live("other", 0, string.Empty)], s_goal), StringComparison.Ordinal);

    [Fact]
    public void Plan_IndexOfTheAliasName_Refuses() => Assert.Contains(
        "the name of an index", Refusal<ArchiveNameClashException>([Live("s", 3, "new")], s_goal), StringComparison.Ordinal);

    [Fact]
    public void Plan_LiveIndexClosed_Refuses() => Assert.Contains(
        "POST /s-1/_open",
        Refusal<ArchiveClosedException>([Live("s-1", 3, "new") with { Closed = true }], s_goal),
        StringComparison.Ordinal);

    [Fact]
    public void Plan_NoneLiveBesideFilledIndices_NamesThemAndPointsBackAtTheNewestFinished()
    {
        var message = Refusal<ArchiveGoneException>(
            [
                Old("s-1", 3) with { Documents = 5 },
                Old("s-2", 3) with { Documents = 1200 },
                Old("s-3", 3) with { Documents = 0 },
                Building("s-4", 20) with { Documents = 7 },
                Old("s-5", 0) with { Documents = 9 },
            ],
            s_goal with { Cleanup = true });

        Assert.Contains("s-2 (1,200 statements), s-1 (5 statements), s-4 (7 statements, unfinished).", message, StringComparison.Ordinal);
        Assert.Contains("""{"add":{"index":"s-2","alias":"s","is_write_index":true}}""", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_NoneLiveBesideAClosedIndex_Refuses() => Assert.Contains(
        "s-1 (closed)", Refusal<ArchiveGoneException>([Old("s-1", 3) with { Closed = true }], s_goal), StringComparison.Ordinal);

    [Fact]
    public void Plan_NoneLiveBesideEmptyAndForeignIndices_CreatesAndDeletesNothing() => Assert.Equal(
        ["create an empty index"],
        Steps([Old("s-1", 3) with { Documents = 0 }, Old("s-2", 0) with { Documents = 9 }], s_goal with { Cleanup = true }));

    [Fact]
    public void Plan_NothingLeftOfAnArchiveThatWasSeen_Refuses() => Assert.Contains(
        "was there and is gone", Refusal<ArchiveGoneException>([], s_goal with { ArchiveSeen = true }), StringComparison.Ordinal);

    [Fact]
    public void Plan_Cleanup_KeepsTheLiveOneAndTheOneBefore() =>
        Assert.Equal(
            ["delete s-2 (older than the one kept)", "delete s-1 (older than the one kept)"],
            Steps([Old("s-1", 1), Old("s-2", 2), Old("s-3", 2), Live("s-4", 3, "new")], s_goal with { Cleanup = true }));

    [Fact]
    public void Plan_Cleanup_RemovesGivenUpRebuildsOnly() =>
        Assert.Equal(
            ["delete s-2 (a rebuild that was given up)"],
            Steps(
                [Live("s-1", 3, "new"), Building("s-2", minutesAgo: 11), Building("s-3", minutesAgo: 9)],
                s_goal with { Cleanup = true }));

    [Fact]
    public void Plan_Cleanup_LeavesNewerAndForeignIndices() =>
        Assert.Empty(Steps(
            [Live("s-1", 3, "new"), Old("s-2", 4), Old("s-3", 4), Old("s-4", 0), Old("s-5", 0)], s_goal with { Cleanup = true }));

    [Fact]
    public void Plan_AfterCleanup_DoesNothing() =>
        Assert.Empty(Steps([Old("s-3", 2), Live("s-4", 3, "new")], s_goal with { Cleanup = true }));

    private static IEnumerable<string> Steps(IReadOnlyList<IndexState> indices, LifecycleGoal goal)
    {
        var plan = LifecyclePlanner.Plan(indices, goal);
        Assert.Null(plan.Refusal);
        return plan.Steps.Select(step => step.ToString());
    }

    private static string Refusal<T>(IReadOnlyList<IndexState> indices, LifecycleGoal goal)
        where T : Exception
    {
        var plan = LifecyclePlanner.Plan(indices, goal);
        Assert.Empty(plan.Steps);
        return Assert.IsType<T>(plan.Refusal).Message;
    }

    private static IndexState Live(string name, int version, string hash) => new(name, Live: true, version, hash, null);

    private static IndexState Old(string name, int version) => new(name, Live: false, version, "old", null);

    private static IndexState Building(string name, int minutesAgo) => new(name, Live: false, 3, "new", s_now.AddMinutes(-minutesAgo));
}
