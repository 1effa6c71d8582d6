using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Core.Statements;
using Search.Indexer.Hosting;
using Search.Service.Composition;
using Search.Testing;

namespace Search.Indexer.Tests;

/// <summary>Status, verify, copy, rebuild, cleanup.</summary>
public sealed class ArchiveCommandsTests : IDisposable
{
    private readonly CommandLine _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task Status_Json_HasTheArchivesFigures()
    {
        await ImportAsync(3);

        var status = (await _search.RunAsync("status", "--json")).Json;

        Assert.Equal(3, status.GetProperty("statements").GetInt64());
        Assert.False(status.GetProperty("samples").GetBoolean());
        Assert.Equal("2031-03-04", status.GetProperty("latest").GetString());
        Assert.Equal("Harbour Gazette", status.GetProperty("sources")[0].GetProperty("source").GetString());
    }

    [Fact]
    public async Task Status_Samples_SaysSo()
    {
        _search.Variables.Remove("Search__Samples");
        await _search.RunAsync("query");

        var result = await _search.RunAsync("status");

        Assert.Contains("samples", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_SoundArchive_EndsWith0()
    {
        await ImportAsync(3);

        var result = await _search.RunAsync("verify", "--json");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.True(result.Json.GetProperty("sound").GetBoolean());
        Assert.Equal(3, result.Json.GetProperty("statements").GetInt64());
    }

    [Fact]
    public async Task Verify_AgainstAnEngineWithLess_EndsWith1AndSaysHowMuchLess()
    {
        await ImportAsync(3);

        var result = await _search.RunAsync("verify", "--against", "elasticsearch");

        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Contains("elasticsearch has 0 statements, this archive 3.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_WithVersions_GivesTheSameArchive()
    {
        await ImportAsync(3);
        await _search.RunAsync("import", _search.Write("b.jsonl", Lines.Statement("2", text: "The harbour is closed.")));

        var copy = await _search.RunAsync("copy", "--from", "sqlite", "--to", "elasticsearch", "--json");
        var verify = await _search.RunAsync("verify", "--against", "elasticsearch", "--json");

        Assert.Equal(ExitCode.Success, copy.ExitCode);
        Assert.Equal(3, copy.Json.GetProperty("statements").GetInt64());
        Assert.Equal(1, copy.Json.GetProperty("versions").GetInt64());
        Assert.Equal(ExitCode.Success, verify.ExitCode);
        Assert.Equal(1, (await StatusAsync(EngineNames.Elasticsearch)).Versions);
    }

    [Fact]
    public async Task Copy_Again_FindsEverythingThere()
    {
        await ImportAsync(3);
        await _search.RunAsync("copy", "--from", "sqlite", "--to", "elasticsearch");

        var copy = await _search.RunAsync("copy", "--from", "sqlite", "--to", "elasticsearch", "--json");

        Assert.Equal(3, copy.Json.GetProperty("unchanged").GetInt64());
    }

    [Fact]
    public async Task Copy_StatementsWithVersionsAgainAndAgain_MakesNoFurtherVersion()
    {
        await _search.RunAsync("import", _search.Write("a.jsonl", """{"id":"1","source":"Harbour","title":"Notice","text":"First."}"""));
        await _search.RunAsync("import", _search.Write("b.jsonl", """{"id":"1","source":"Harbour","title":"Notice","text":"Second."}"""));

        for (var time = 0; time < 3; time++)
        {
            var copy = await _search.RunAsync("copy", "--from", "sqlite", "--to", "elasticsearch", "--json");
            Assert.Equal(time == 0 ? 0 : 1, copy.Json.GetProperty("unchanged").GetInt64());
            Assert.Equal(1, (await StatusAsync(EngineNames.Elasticsearch)).Versions);
        }
    }

    [Fact]
    public async Task Copy_Samples_StaySamples()
    {
        _search.Variables.Remove("Search__Samples");
        await _search.RunAsync("query");

        await _search.RunAsync("copy", "--from", "sqlite", "--to", "elasticsearch");

        Assert.True((await StatusAsync(EngineNames.Elasticsearch)).Samples);
    }

    [Fact]
    public async Task Rebuild_MentionsOfAnOlderVersion_AreFoundAnew()
    {
        var engine = _search.Archives![EngineNames.Sqlite];
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, TestContext.Current.CancellationToken))
        {
            var statement = new StatementBuilder("1") { Body = "Japan has sent a ship." }.Build();
            await writer.ImportAsync([statement], TestContext.Current.CancellationToken);
        }

        var plan = await _search.RunAsync("rebuild", "--dry-run", "--json");
        Assert.Equal(1, plan.Json.GetProperty("changed").GetInt64());
        Assert.Empty((await GetAsync("1")).Countries);

        var rebuild = await _search.RunAsync("rebuild", "--json");
        Assert.Equal(1, rebuild.Json.GetProperty("changed").GetInt64());
        Assert.Equal(["JP"], (await GetAsync("1")).Countries.Select(mention => mention.Code));
        Assert.Equal(0, (await StatusAsync(EngineNames.Sqlite)).Versions);
    }

    [Fact]
    public async Task Rebuild_FreshSamples_ChangesNothingAndTheyStaySamples()
    {
        _search.Variables.Remove("Search__Samples");
        await _search.RunAsync("query");

        var result = await _search.RunAsync("rebuild", "--json");

        Assert.Equal(0, result.Json.GetProperty("changed").GetInt64());
        Assert.True((await StatusAsync(EngineNames.Sqlite)).Samples);
    }

    [Fact]
    public async Task Cleanup_EngineWithoutUpkeep_HasNothingToDo()
    {
        var result = await _search.RunAsync("cleanup", "--json");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Empty(result.Json.GetProperty("steps").EnumerateArray());
    }

    private async Task ImportAsync(int count) => await _search.RunAsync("import", _search.Write("a.jsonl", Lines.Many(count)));

    private Task<ArchiveStatus> StatusAsync(string engine) => _search.Archives![engine].StatusAsync(TestContext.Current.CancellationToken);

    private async Task<Statement> GetAsync(string id) =>
        (await _search.Archives![EngineNames.Sqlite].GetAsync(id, TestContext.Current.CancellationToken))?.Statement
            ?? throw new InvalidOperationException(id);
}
