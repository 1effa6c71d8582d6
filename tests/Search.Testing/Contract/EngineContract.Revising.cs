using Search.Archive;
using Search.Archive.Storing;
using Search.Core.Statements;
using Xunit;

namespace Search.Testing.Contract;

/// <summary>Statements that are understood anew, and histories that are put back.</summary>
public abstract partial class EngineContract
{
    [Fact]
    public async Task Revise_UnderstoodOtherwise_IsChangedWithoutAVersion()
    {
        var engine = await WithAsync(new StatementBuilder("1") { Issuer = "Lighthouse Board" });
        var before = new StatementBuilder("1") { Issuer = "Lighthouse Board" }.Build();

        var result = await ReviseAsync(engine, before, new StatementBuilder("1") { Issuer = "Board of Lighthouses" }.Build());

        Assert.Equal((0, 1, 0, 0), (result.Added, result.Changed, result.Unchanged, result.Skipped));
        var history = await engine.GetAsync(before.Id.Value, Cancellation);
        Assert.Equal("Board of Lighthouses", history!.Statement.Issuer?.Name);
        Assert.Empty(history.Versions);
    }

    [Fact]
    public async Task Revise_OfAStatementWithVersions_KeepsThem()
    {
        var engine = await WithAsync(new StatementBuilder("1") { Body = "Ebb." });
        await WriteAsync(engine, new StatementBuilder("1") { Body = "Flood." });
        var before = new StatementBuilder("1") { Body = "Flood." }.Build();

        var result = await ReviseAsync(engine, before, before with { Kind = StatementKind.Speech });

        Assert.Equal(1, result.Changed);
        Assert.Equal("Ebb.", Assert.Single(await VersionsAsync(engine, before.Id)).Body);
    }

    [Fact]
    public async Task Revise_UnderstoodTheSame_IsUnchangedAndFoundAsBefore()
    {
        var engine = await WithAsync(new StatementBuilder("1") { Body = "The lantern was lit." });
        var statement = new StatementBuilder("1") { Body = "The lantern was lit." }.Build();

        var result = await ReviseAsync(engine, statement, statement);

        Assert.Equal((0, 0, 1, 0), (result.Added, result.Changed, result.Unchanged, result.Skipped));
        await FindsAsync(engine, "1", Match.Word("lantern"));
    }

    [Fact]
    public async Task Revise_ChangedBySomebodyElseMeanwhile_IsSkipped()
    {
        var engine = await WithAsync(new StatementBuilder("1") { Body = "Ebb." });
        var before = new StatementBuilder("1") { Body = "Ebb." }.Build();
        await WriteAsync(engine, new StatementBuilder("1") { Body = "Flood." });

        var result = await ReviseAsync(engine, before, before with { Kind = StatementKind.Speech });

        Assert.Equal((0, 0, 0, 1), (result.Added, result.Changed, result.Unchanged, result.Skipped));
        var history = await engine.GetAsync(before.Id.Value, Cancellation);
        Assert.Equal(("Flood.", before.Kind), (history!.Statement.Body, history.Statement.Kind));
        Assert.Single(history.Versions);
    }

    [Fact]
    public async Task Revise_StatementThatIsNotThere_IsSkipped()
    {
        var engine = await WithAsync(new StatementBuilder("1"));
        var absent = new StatementBuilder("2").Build();

        var result = await ReviseAsync(engine, absent, absent);

        Assert.Equal((0, 1), (result.Added, result.Skipped));
        Assert.Null(await CurrentAsync(engine, "2"));
    }

    [Fact]
    public async Task Restore_IntoAnEmptyArchive_PutsTheWholeHistoryBack()
    {
        var engine = await EmptyAsync();
        var history = new StatementHistory(s_full, [s_full with { Body = "Second." }, s_full with { Body = "First.", Issuer = null }]);

        var result = await RestoreAsync(engine, history);

        Assert.Equal((1, 0, 0), (result.Added, result.Changed, result.Unchanged));
        await HasAsync(engine, history);
        Assert.Equal(2, (await engine.StatusAsync(Cancellation)).Versions);
    }

    [Fact]
    public async Task Restore_Again_ChangesNothing()
    {
        var engine = await EmptyAsync();
        var history = new StatementHistory(s_full, [s_full with { Body = "Second." }, s_full with { Body = "First." }]);
        await RestoreAsync(engine, history, new StatementHistory(s_bare, []));

        for (var time = 0; time < 3; time++)
        {
            var result = await RestoreAsync(engine, history, new StatementHistory(s_bare, []));
            Assert.Equal((0, 0, 2), (result.Added, result.Changed, result.Unchanged));
        }

        await HasAsync(engine, history);
    }

    [Fact]
    public async Task Restore_TextsThatCameBackLater_AreKeptInTheirOrder()
    {
        var engine = await EmptyAsync();
        var history = new StatementHistory(s_full, [s_full with { Body = "Second." }, s_full with { Kind = StatementKind.Speech }]);

        await RestoreAsync(engine, history);
        await RestoreAsync(engine, history);

        await HasAsync(engine, history);
    }

    [Fact]
    public async Task Restore_OverAnotherHistory_KeepsWhatOnlyTheArchiveHas()
    {
        var engine = await EmptyAsync();
        await WriteAllAsync(engine, s_full with { Body = "Here only." });
        await WriteAllAsync(engine, s_full with { Body = "First." });
        var history = new StatementHistory(s_full, [s_full with { Body = "First." }]);

        var result = await RestoreAsync(engine, history);

        Assert.Equal((0, 1, 0), (result.Added, result.Changed, result.Unchanged));
        await HasAsync(engine, history with { Versions = [.. history.Versions, s_full with { Body = "Here only." }] });
        Assert.Equal(1, (await RestoreAsync(engine, history)).Unchanged);
        await FindsAsync(engine, "", Match.Word("here"));
    }

    [Fact]
    public async Task Restore_SameStatementTwiceInOneBatch_IsHeldOnce()
    {
        var engine = await EmptyAsync();

        var result = await RestoreAsync(engine, new StatementHistory(s_full, []), new StatementHistory(s_full, []));

        Assert.Equal((1, 1), (result.Added, result.Unchanged));
    }

    [Fact]
    public async Task ReadAll_GivesTheVersionsWithEachStatement()
    {
        var engine = await EmptyAsync();
        await RestoreAsync(engine, new StatementHistory(s_full, [s_full with { Body = "Before." }]), new StatementHistory(s_bare, []));

        var versions = new List<int>();
        await foreach (var history in engine.ReadAllAsync(Cancellation))
        {
            versions.Add(history.Versions.Count);
        }

        Assert.Equal([1, 0], versions);
    }

    private static async Task HasAsync(ISearchEngine engine, StatementHistory expected)
    {
        var history = await engine.GetAsync(expected.Statement.Id.Value, Cancellation);
        Assert.NotNull(history);
        SameStatement.Assert(expected.Statement, history.Statement);
        Assert.Equal(expected.Versions.Count, history.Versions.Count);
        Assert.All(expected.Versions.Zip(history.Versions), pair => SameStatement.Assert(pair.First, pair.Second));
    }

    private static async Task<WriteResult> ReviseAsync(ISearchEngine engine, Statement before, Statement after)
    {
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        var result = await writer.ReviseAsync([new RevisedStatement(after, StatementHash.OfContent(before))], Cancellation);
        await writer.CompleteAsync(Cancellation);
        return result;
    }

    private static async Task<WriteResult> RestoreAsync(ISearchEngine engine, params StatementHistory[] histories)
    {
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        var result = await writer.RestoreAsync(histories, Cancellation);
        await writer.CompleteAsync(Cancellation);
        return result;
    }
}
