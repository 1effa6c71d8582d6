using Search.Archive.Freezing;
using Search.Archive.Upkeep;
using Xunit;

namespace Search.Testing.Contract;

/// <content>Results that are kept to be cited.</content>
public abstract partial class EngineContract
{
    [Fact]
    public async Task Find_NothingFrozen_IsNothing() =>
        Assert.Null(await (await EmptyAsync()).FindAsync(new string('a', 64), Cancellation));

    [Fact]
    public async Task Keep_Twice_IsFoundAsItIs()
    {
        var engine = await EmptyAsync();
        var frozen = new FrozenText(new string('b', 64), "search-result 1\n\"quoted\" é 漢 \u2028\n");

        await engine.KeepAsync(frozen, Cancellation);
        await engine.KeepAsync(frozen, Cancellation);

        Assert.Equal(frozen.Text, await engine.FindAsync(frozen.Hash, Cancellation));
        Assert.Null(await engine.FindAsync(new string('c', 64), Cancellation));
    }

    /// <summary>Neither an import, nor the samples' removal by it, nor a rebuild.</summary>
    [Fact]
    public async Task Keep_ThenImportsAndARebuild_IsStillThere()
    {
        var engine = await EmptyAsync();
        var frozen = new FrozenText(new string('d', 64), "text\n");
        await engine.KeepAsync(frozen, Cancellation);

        await WriteAsync(engine, new StatementBuilder("1") { Body = "Salt and sand." });
        var plan = await engine.PlanAsync(UpkeepGoal.Rebuild, Cancellation);
        await engine.MaintainAsync(plan, null, Cancellation);
        var cleanup = await engine.PlanAsync(UpkeepGoal.CleanUp, Cancellation);
        await engine.MaintainAsync(cleanup, null, Cancellation);

        Assert.Equal(frozen.Text, await engine.FindAsync(frozen.Hash, Cancellation));
        Assert.Empty((await engine.CheckAsync(null, Cancellation)).Faults);
    }
}
