using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Analysis;
using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    private const WritePurpose Samples = WritePurpose.Samples;

    [Fact]
    public async Task Write_NewStatements_AreAdded()
    {
        var engine = await EmptyAsync();

        var result = await WriteAsync(engine, new("1"), new("2"));

        Assert.Equal((2, 0, 0), (result.Added, result.Changed, result.Unchanged));
        Assert.Empty(result.Refused);
    }

    [Fact]
    public async Task Write_SameBatchTwice_SecondIsUnchanged()
    {
        var engine = await WithAsync(new("1"), new("2"));

        var result = await WriteAsync(engine, new("1"), new("2"));

        Assert.Equal((0, 0, 2), (result.Added, result.Changed, result.Unchanged));
        Assert.Equal(2, (await engine.StatusAsync(Cancellation)).Statements);
    }

    [Fact]
    public async Task Write_SameStatementTwiceInOneBatch_IsHeldOnce()
    {
        var engine = await EmptyAsync();

        var result = await WriteAsync(engine, new("1") { Body = "Tides." }, new("1") { Body = "Tides." });

        Assert.Equal((1, 0, 1), (result.Added, result.Changed, result.Unchanged));
        await FindsAsync(engine, "1", Match.Word("tides"));
    }

    [Fact]
    public async Task Write_TwoTextsOfOneStatementInOneBatch_LastIsHeldAndFirstIsAVersion()
    {
        var engine = await EmptyAsync();

        var result = await WriteAsync(engine, new("1") { Body = "Ebb." }, new("1") { Body = "Flood." });

        Assert.Equal((1, 1), (result.Added, result.Changed));
        await FindsAsync(engine, "1", Match.Word("flood"));
        await FindsAsync(engine, "", Match.Word("ebb"));
        Assert.Equal("Ebb.", Assert.Single(await VersionsAsync(engine, new StatementBuilder("1").Build().Id)).Body);
    }

    [Fact]
    public async Task Write_ChangedText_KeepsTheIdAndTheEarlierTextAsAVersion()
    {
        var engine = await WithAsync(new StatementBuilder("1") { Body = "The pier is open." });

        var result = await WriteAsync(engine, new StatementBuilder("1") { Body = "The pier is closed." });

        var id = new StatementBuilder("1").Build().Id;
        Assert.Equal((0, 1, 0), (result.Added, result.Changed, result.Unchanged));
        Assert.Equal("The pier is closed.", (await CurrentAsync(engine, id.Value))?.Body);
        Assert.Equal("The pier is open.", Assert.Single(await VersionsAsync(engine, id)).Body);
        await FindsAsync(engine, "1", Match.Word("closed"));
        await FindsAsync(engine, "", Match.Word("open"));
    }

    [Fact]
    public async Task Write_ChangedTwice_VersionsAreNewestFirst()
    {
        var engine = await WithAsync(new StatementBuilder("1") { Body = "First." });
        await WriteAsync(engine, new StatementBuilder("1") { Body = "Second." });
        await WriteAsync(engine, new StatementBuilder("1") { Body = "Third." });

        var versions = await VersionsAsync(engine, new StatementBuilder("1").Build().Id);

        Assert.Equal(["Second.", "First."], versions.Select(version => version.Body));
    }

    [Fact]
    public async Task Write_ChangedMetadataOnly_IsChangedWithoutAVersion()
    {
        var engine = await WithAsync(new StatementBuilder("1") { Issuer = "Lighthouse Board" });

        var result = await WriteAsync(engine, new StatementBuilder("1") { Issuer = "Board of Lighthouses" });

        var statement = await CurrentAsync(engine, "1");
        Assert.Equal((0, 1, 0), (result.Added, result.Changed, result.Unchanged));
        Assert.Equal("Board of Lighthouses", statement?.Issuer?.Name);
        Assert.Empty(await VersionsAsync(engine, statement!.Id));
        await FindsAsync(engine, "1", SearchFilters.None with { Issuer = Only("Board of Lighthouses") });
        await FindsAsync(engine, "", SearchFilters.None with { Issuer = Only("Lighthouse Board") });
    }

    [Fact]
    public async Task Write_ChangedDate_MovesTheStatement()
    {
        var engine = await WithAsync(new("1") { Issued = Day(2030, 1, 1) }, new("2") { Issued = Day(2030, 2, 1) });

        await WriteAsync(engine, new StatementBuilder("1") { Issued = Day(2030, 3, 1) });

        Assert.Equal(
            "1 2", Ids(await engine.SearchAsync(new SearchRequest { Query = Match.Everything, Sort = SortOrder.Newest }, Cancellation)));
    }

    [Fact]
    public async Task Write_SameTextCapturedLater_IsUnchanged()
    {
        var engine = await WithAsync(new StatementBuilder("1") { Captured = new DateTimeOffset(2030, 6, 1, 8, 0, 0, TimeSpan.Zero) });

        var result = await WriteAsync(
            engine, new StatementBuilder("1") { Captured = new DateTimeOffset(2030, 6, 2, 8, 0, 0, TimeSpan.Zero) });

        Assert.Equal((0, 0, 1), (result.Added, result.Changed, result.Unchanged));
    }

    [Fact]
    public async Task Write_TextPastTheLimit_IsRefusedWithAReasonAndTheRestIsWritten()
    {
        var engine = await EmptyAsync();

        var result = await WriteAsync(engine, new("1") { Body = new string('x', TextAnalyzer.MaxTextLength + 1) }, new("2"));

        var refused = Assert.Single(result.Refused);
        Assert.Equal("1", refused.Statement.SourceId);
        Assert.NotEmpty(refused.Reason);
        Assert.Equal(1, result.Added);
        await FindsAsync(engine, "2", Match.Everything);
    }

    [Fact]
    public async Task Write_TextAtTheLimit_IsFoundByItsLastWord()
    {
        var ending = " keelhaul.";
        var body = string.Concat(Enumerable.Repeat("rope ", TextAnalyzer.MaxTextLength / 5))[..^ending.Length] + ending;

        var engine = await WithAsync(new StatementBuilder("1") { Body = body });

        Assert.Equal(TextAnalyzer.MaxTextLength, body.Length);
        await FindsAsync(engine, "1", Match.Word("keelhaul"));
    }

    [Fact]
    public async Task Write_Samples_StatusSaysSo()
    {
        var engine = await EmptyAsync();

        await WriteAsAsync(Samples, engine, new StatementBuilder("sample"));

        Assert.True((await engine.StatusAsync(Cancellation)).Samples);
    }

    [Fact]
    public async Task Write_FirstRealStatement_RemovesSamplesAndTheirVersions()
    {
        var engine = await EmptyAsync();
        await WriteAsAsync(Samples, engine, new("sample"), new("other sample"));
        await WriteAsAsync(Samples, engine, new StatementBuilder("sample") { Body = "Another text." });

        await WriteAsync(engine, new StatementBuilder("real"));

        var status = await engine.StatusAsync(Cancellation);
        Assert.Equal((1L, 0L, false), (status.Statements, status.Versions, status.Samples));
        await FindsAsync(engine, "real", Match.Everything);
        Assert.Null(await CurrentAsync(engine, "sample"));
    }

    [Fact]
    public async Task Write_SamplesIntoARealArchive_AreRefused()
    {
        var engine = await WithAsync(new StatementBuilder("real"));

        var result = await WriteAsAsync(Samples, engine, new StatementBuilder("sample"));

        Assert.Single(result.Refused);
        Assert.False((await engine.StatusAsync(Cancellation)).Samples);
        await FindsAsync(engine, "real", Match.Everything);
    }

    [Fact]
    public async Task Write_SamplesAgain_AreUnchanged()
    {
        var engine = await EmptyAsync();
        await WriteAsAsync(Samples, engine, new StatementBuilder("sample"));

        var result = await WriteAsAsync(Samples, engine, new StatementBuilder("sample"));

        Assert.Equal((0, 1), (result.Added, result.Unchanged));
    }

    [Fact]
    public async Task Write_RealWriterThatWritesNothing_LeavesSamples()
    {
        var engine = await EmptyAsync();
        await WriteAsAsync(Samples, engine, new StatementBuilder("sample"));

        await WriteAsync(engine);

        await FindsAsync(engine, "sample", Match.Everything);
    }

    [Fact]
    public async Task Write_ConcurrentBatches_AreAllWritten()
    {
        var engine = await EmptyAsync();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation))
        {
            var batches = Enumerable.Range(0, 8)
                .Select(batch => Enumerable.Range(0, 25).Select(number => new StatementBuilder($"{batch}-{number}").Build()).ToList());
            var results = await Task.WhenAll(batches.Select(batch => writer.ImportAsync(batch, Cancellation)));
            await writer.CompleteAsync(Cancellation);
            Assert.Equal(200, results.Sum(result => result.Added));
        }

        Assert.Equal(200, (await engine.StatusAsync(Cancellation)).Statements);
        Assert.Equal(200, (await SearchAsync(engine, Match.Everything)).Total);
    }

    [Fact]
    public async Task Write_SameStatementInConcurrentBatches_IsHeldOnce()
    {
        var engine = await EmptyAsync();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation))
        {
            var results = await Task.WhenAll(
                Enumerable.Range(0, 4).Select(_ => writer.ImportAsync([new StatementBuilder("1").Build()], Cancellation)));
            await writer.CompleteAsync(Cancellation);
            Assert.Equal((1, 3), (results.Sum(result => result.Added), results.Sum(result => result.Unchanged)));
        }

        await FindsAsync(engine, "1", Match.Everything);
    }

    [Fact]
    public async Task Write_WithoutCompleting_LosesNothingAcknowledged()
    {
        var engine = await EmptyAsync();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation))
        {
            await writer.ImportAsync([new StatementBuilder("1").Build()], Cancellation);
        }

        Assert.NotNull(await CurrentAsync(engine, new StatementBuilder("1").Build().Id.Value));
    }

    [Fact]
    public async Task Write_BulkLoad_IsFoundAfterwards()
    {
        var engine = await EmptyAsync();

        await WriteAsAsync(WritePurpose.Load, engine, new("1"), new("2"));

        await FindsAsync(engine, "1 2", Match.Everything);
    }

    [Fact]
    public async Task Write_EmptyBatch_WritesNothing()
    {
        var engine = await EmptyAsync();

        var result = await WriteAsync(engine);

        Assert.Equal((0, 0, 0), (result.Added, result.Changed, result.Unchanged));
    }

    [Fact]
    public async Task OpenWriter_WhileOneIsOpen_ArchiveIsBusy()
    {
        Require(EngineAbility.OneWriter);
        var engine = await EmptyAsync();
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);

        await Assert.ThrowsAsync<ArchiveBusyException>(() => engine.OpenWriterAsync(WritePurpose.Update, Cancellation));
    }

    [Fact]
    public async Task OpenWriter_AfterOneWasClosed_Opens()
    {
        var engine = await WithAsync(new StatementBuilder("1"));

        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);

        Assert.NotNull(writer);
    }

    [Fact]
    public async Task Write_Cancelled_Throws()
    {
        var engine = await EmptyAsync();
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => writer.ImportAsync([new StatementBuilder("1").Build()], new CancellationToken(canceled: true)));
    }
}
