using Search.Archive.Upkeep;
using Search.Core.Statements;
using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    [Fact]
    public async Task Status_EmptyArchive_SaysSo()
    {
        var status = await (await EmptyAsync()).StatusAsync(Cancellation);

        Assert.Equal((0L, 0L, false), (status.Statements, status.Versions, status.Samples));
        Assert.Equal((null, null), (status.Earliest, status.Latest));
        Assert.Empty(status.Sources);
    }

    [Fact]
    public async Task Status_CountsStatementsVersionsAndSources()
    {
        var engine = await WithAsync(
            new("1") { Source = "Evening Buoy", Issued = Day(2029, 1, 2) },
            new("2") { Source = "Evening Buoy", Issued = null },
            new("3") { Source = "Evening Buoy", Issued = Day(2030, 3, 4) },
            new("4") { Source = "Morning Anchor", Issued = null });
        await WriteAsync(engine, new StatementBuilder("3") { Source = "Evening Buoy", Issued = Day(2030, 3, 4), Body = "Corrected." });

        var status = await engine.StatusAsync(Cancellation);

        Assert.Equal((4L, 1L, false), (status.Statements, status.Versions, status.Samples));
        Assert.Equal((Day(2029, 1, 2), Day(2030, 3, 4)), (status.Earliest, status.Latest));
        Assert.Equal(
            [new SourceStatus("Evening Buoy", 3, Day(2029, 1, 2), Day(2030, 3, 4)), new SourceStatus("Morning Anchor", 1, null, null)],
            status.Sources.OrderBy(source => source.Source, StringComparer.Ordinal));
        Assert.NotEmpty(status.Engine);
        Assert.NotEmpty(status.Location);
        Assert.True(status.SizeInBytes > 0);
    }

    [Fact]
    public async Task Status_AfterAWrite_HasAnotherGeneration()
    {
        var engine = await WithAsync(new StatementBuilder("1"));
        var before = await engine.StatusAsync(Cancellation);

        await WriteAsync(engine, new StatementBuilder("2"));

        Assert.NotEqual(before.Generation, (await engine.StatusAsync(Cancellation)).Generation);
    }

    [Fact]
    public async Task Check_SoundArchive_HasNoFaultsAndTheHashOfItsStatements()
    {
        var engine = await EmptyAsync();
        Statement[] statements = [s_full, s_bare, new StatementBuilder("3").Build()];
        await WriteAllAsync(engine, statements);

        var check = await engine.CheckAsync(null, Cancellation);

        Assert.Empty(check.Faults);
        Assert.Equal(3, check.Statements);
        Assert.Equal(ArchiveHash.Of(statements), check.ContentHash);
    }

    [Fact]
    public async Task Check_SameStatementsWrittenOtherwise_SameHash()
    {
        var one = await WithAsync(new("1"), new("2"), new("3") { Body = "Tides." });
        var other = await WithAsync(new("3") { Body = "Ebb." }, new("1"));
        await WriteAsync(other, new("2"), new("3") { Body = "Tides." });

        Assert.Equal((await one.CheckAsync(null, Cancellation)).ContentHash, (await other.CheckAsync(null, Cancellation)).ContentHash);
    }

    [Fact]
    public async Task Check_OneFieldDiffers_OtherHash()
    {
        var one = await WithAsync(new StatementBuilder("1") { Language = "en" });
        var other = await WithAsync(new StatementBuilder("1") { Language = null });

        Assert.NotEqual((await one.CheckAsync(null, Cancellation)).ContentHash, (await other.CheckAsync(null, Cancellation)).ContentHash);
    }

    [Fact]
    public async Task Check_ReportsHowFarItIs()
    {
        var engine = await WithAsync(new("1"), new("2"));
        var progress = new LastReport();

        await engine.CheckAsync(progress, Cancellation);

        Assert.Equal(2, progress.Value);
    }

    private sealed class LastReport : IProgress<long>
    {
        public long Value { get; private set; }

        public void Report(long value) => Value = value;
    }
}
