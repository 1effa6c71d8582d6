using System.Net.Http.Json;
using System.Text.Json;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Core.Statements;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing;

namespace Search.Elasticsearch.Tests.Lifecycle;

/// <summary>Indices, alias and settings on a real server.</summary>
public sealed class LifecycleTests(PlainServer server) : IAsyncLifetime
{
    private TestArchive _archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _archive = new TestArchive(await server.RequireAsync());

    public ValueTask DisposeAsync() => _archive?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task Connect_ByTwoAtOnce_MakesOneArchive()
    {
        await Task.WhenAll(_archive.OpenAsync(), _archive.OpenAsync());

        Assert.Single(await AliasedAsync());
    }

    [Fact]
    public async Task Rebuild_UnderSearches_NoneFailsOrIsEmpty()
    {
        var engine = await _archive.OpenAsync();
        await WriteAsync(engine, Statements(0, 300));
        var before = Assert.Single(await AliasedAsync());
        using var done = new CancellationTokenSource();
        var searches = Enumerable.Range(0, 3).Select(_ => SearchUntilAsync(engine, 300, done.Token)).ToArray();

        await RebuildAsync(engine);
        await done.CancelAsync();
        var asked = await Task.WhenAll(searches);

        Assert.All(asked, count => Assert.True(count > 0));
        Assert.NotEqual(before, Assert.Single(await AliasedAsync()));
        Assert.Empty((await engine.PlanAsync(UpkeepGoal.CleanUp, Cancellation)).Steps);
    }

    [Fact]
    public async Task Rebuild_WhileOthersWrite_LosesNothing()
    {
        var engine = await _archive.OpenAsync();
        await WriteAsync(engine, Statements(0, 200));
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        using var done = new CancellationTokenSource();
        var writing = WriteUntilAsync(writer, 1000, done.Token);

        await RebuildAsync(engine);
        await done.CancelAsync();
        var written = await writing;
        await writer.CompleteAsync(Cancellation);

        Assert.Equal(200 + written, (await engine.StatusAsync(Cancellation)).Statements);
    }

    [Fact]
    public async Task Write_ByFourAtOnce_CountsEachStatementOnce()
    {
        var engine = await _archive.OpenAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => WriteAsync(engine, Statements(number * 50, 100))));

        Assert.Equal(250, results.Sum(result => result.Added));
        Assert.Equal(150, results.Sum(result => result.Unchanged));
        Assert.Equal(250, (await engine.StatusAsync(Cancellation)).Statements);
        Assert.Empty((await engine.CheckAsync(null, Cancellation)).Faults);
    }

    [Fact]
    public async Task Write_OlderMapping_RebuildsFirst()
    {
        var engine = await _archive.OpenAsync();
        await WriteAsync(engine, Statements(0, 20));
        var before = Assert.Single(await AliasedAsync());
        await NoteAsync(before, version: 1, hash: "another");

        var result = await WriteAsync(engine, Statements(10, 20));

        Assert.Equal((10, 10), (result.Added, result.Unchanged));
        Assert.NotEqual(before, Assert.Single(await AliasedAsync()));
    }

    [Fact]
    public async Task Write_NewerMapping_IsRefusedAndSearchesGoOn()
    {
        var engine = await _archive.OpenAsync();
        await WriteAsync(engine, Statements(0, 1));
        await NoteAsync(Assert.Single(await AliasedAsync()), version: 99, hash: "another");

        await Assert.ThrowsAsync<ArchiveFormatException>(() => engine.OpenWriterAsync(WritePurpose.Update, Cancellation));
        Assert.Equal(1, (await engine.SearchAsync(new SearchRequest { Query = Match.Everything }, Cancellation)).Total);
    }

    [Fact]
    public async Task BulkLoad_ChangesSettingsAndRestoresThem()
    {
        var engine = await _archive.OpenAsync();
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Load, Cancellation);
        await writer.ImportAsync(Statements(0, 10), Cancellation);
        var during = await SettingAsync("refresh_interval");
        await writer.CompleteAsync(Cancellation);

        Assert.Equal("-1", during);
        Assert.Equal("1s", await SettingAsync("refresh_interval"));
        Assert.Equal("0-1", await SettingAsync("auto_expand_replicas"));
    }

    [Fact]
    public async Task Write_AfterALoadThatDied_PutsTheSettingsRight()
    {
        var engine = await _archive.OpenAsync();
        using var answer = await _archive.Http.PutAsJsonAsync(
            $"{_archive.Alias}/_settings",
            new Dictionary<string, object> { ["refresh_interval"] = "-1", ["blocks.write"] = true },
            Cancellation);
        answer.EnsureSuccessStatusCode();

        await WriteAsync(engine, Statements(0, 10));

        Assert.Equal("1s", await SettingAsync("refresh_interval"));
    }

    [Fact]
    public async Task Rebuild_ThatDied_LeavesTheLiveIndexAndIsCleanedUp()
    {
        var engine = await _archive.OpenAsync();
        await WriteAsync(engine, Statements(0, 10));
        var live = Assert.Single(await AliasedAsync());
        var dead = $"{_archive.Alias}-20200101000000";
        using (var made = await _archive.Http.PutAsJsonAsync(
            dead, new { mappings = ArchiveScene.OlderMappings("2020-01-01T00:00:00.0000000+00:00") }, Cancellation))
        {
            made.EnsureSuccessStatusCode();
        }

        await RebuildAsync(engine);
        var plan = await engine.PlanAsync(UpkeepGoal.CleanUp, Cancellation);
        await engine.MaintainAsync(plan, null, Cancellation);

        Assert.Equal([$"delete {dead} (a rebuild that was given up)"], plan.Steps.Select(step => step.ToString()));
        Assert.NotEqual(live, Assert.Single(await AliasedAsync()));
        var left = await _archive.Http.GetFromJsonAsync<JsonElement>($"{_archive.Alias}-*?features=aliases", Cancellation);
        Assert.Equal(2, left.EnumerateObject().Count());
    }

    [Fact]
    public async Task Write_StatementThatElasticsearchRefuses_IsReportedWithTheReason()
    {
        var engine = await _archive.OpenAsync();
        var tooLong = new StatementBuilder("2") { Source = new string('x', 40_000) }.Build();

        var result = await WriteAsync(engine, [.. Statements(0, 1), tooLong]);

        Assert.Equal(1, result.Added);
        Assert.Contains("immense term", Assert.Single(result.Refused).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_DocumentChangedBehindItsBack_IsAFault()
    {
        var engine = await _archive.OpenAsync();
        var statements = Statements(0, 2);
        await WriteAsync(engine, statements);
        using var answer = await _archive.Http.PostAsJsonAsync(
            $"{_archive.Alias}/_update/{statements[0].Id}?refresh=true", new { doc = new { body = "Other words." } }, Cancellation);
        answer.EnsureSuccessStatusCode();

        var check = await engine.CheckAsync(null, Cancellation);

        Assert.Contains(check.Faults, fault => fault.Contains("content hash differs", StringComparison.Ordinal));
    }

    private static IReadOnlyList<Statement> Statements(int first, int count) =>
        [.. Enumerable.Range(first, count)
            .Select(number => new StatementBuilder($"{number}") { Body = $"Lantern number {number}." }.Build())];

    private static async Task<WriteResult> WriteAsync(ElasticsearchSearchEngine engine, IReadOnlyList<Statement> statements)
    {
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        var result = await writer.ImportAsync(statements, Cancellation);
        await writer.CompleteAsync(Cancellation);
        return result;
    }

    private static async Task RebuildAsync(ElasticsearchSearchEngine engine) =>
        await engine.MaintainAsync(await engine.PlanAsync(UpkeepGoal.Rebuild, Cancellation), null, Cancellation);

    private static async Task<int> SearchUntilAsync(ElasticsearchSearchEngine engine, int expected, CancellationToken done)
    {
        for (var asked = 1; ; asked++)
        {
            var page = await engine.SearchAsync(
                new SearchRequest { Query = Match.Word("lantern"), Sort = (SortOrder)(asked % 3) }, Cancellation);
            Assert.Equal(expected, page.Total);
            Assert.Equal(20, page.Hits.Count);
            if (done.IsCancellationRequested)
            {
                return asked;
            }
        }
    }

    private static async Task<int> WriteUntilAsync(IStatementWriter writer, int first, CancellationToken done)
    {
        var written = 0;
        while (!done.IsCancellationRequested)
        {
            written += (await writer.ImportAsync(Statements(first + written, 10), Cancellation)).Added;
        }

        return written;
    }

    private async Task<IReadOnlyList<string>> AliasedAsync() =>
        [.. (await _archive.Http.GetFromJsonAsync<JsonElement>($"_alias/{_archive.Alias}", Cancellation))
            .EnumerateObject().Select(index => index.Name)];

    private async Task NoteAsync(string index, int version, string hash)
    {
        using var answer = await _archive.Http.PutAsJsonAsync($"{index}/_mapping", new { _meta = new { version, hash } }, Cancellation);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<string?> SettingAsync(string name)
    {
        var settings = await _archive.Http.GetFromJsonAsync<JsonElement>($"{_archive.Alias}/_settings?flat_settings=true", Cancellation);
        return settings.EnumerateObject().Single().Value.GetProperty("settings").GetProperty($"index.{name}").GetString();
    }
}
