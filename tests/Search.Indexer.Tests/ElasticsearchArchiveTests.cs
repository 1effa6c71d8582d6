using Search.Elasticsearch;
using Search.Elasticsearch.Configuration;
using Search.Indexer.Hosting;
using Search.Testing.Servers;

namespace Search.Indexer.Tests;

/// <summary>The commands from end to end on a real Elasticsearch, beside an embedded archive of their own.</summary>
public sealed class ElasticsearchArchiveTests : IAsyncDisposable
{
    private readonly CommandLine _search = new() { Archives = null };
    private readonly string _server = ElasticsearchServer.Require().OriginalString;
    private readonly string _alias = $"test-{Guid.NewGuid():N}";

    public ElasticsearchArchiveTests()
    {
        _search.Variables["Search__Sqlite__Path"] = _search.PathOf("archive/statements.db");
        _search.Variables["Search__Elasticsearch__Urls"] = _server;
        _search.Variables["Search__Elasticsearch__Index"] = _alias;
    }

    public async ValueTask DisposeAsync()
    {
        await using (var engine = new ElasticsearchSearchEngine(new ElasticsearchOptions { Urls = [_server], Index = _alias }))
        {
            await engine.DropAsync(CancellationToken.None);
        }

        _search.Dispose();
    }

    [Fact]
    public async Task Copy_ThereAndBack_IsTheSameByCountAndContent()
    {
        await ImportAsync("sqlite", Lines.Many(40));
        await ImportAsync("sqlite", Lines.Statement("7", text: "The harbour is closed."));

        var there = await OkAsync("copy", "--from", "sqlite", "--to", "elasticsearch", "--json");
        Assert.Equal((40, 1), (there.Json.GetProperty("statements").GetInt64(), there.Json.GetProperty("versions").GetInt64()));
        var verify = await OkAsync("verify", "--engine", "sqlite", "--against", "elasticsearch", "--json");
        Assert.Equal(
            verify.Json.GetProperty("contentHash").GetString(), verify.Json.GetProperty("against").GetProperty("contentHash").GetString());

        _search.Variables["Search__Sqlite__Path"] = _search.PathOf("archive/another.db");
        var back = await OkAsync("copy", "--from", "elasticsearch", "--to", "sqlite", "--json");
        Assert.Equal((40, 1), (back.Json.GetProperty("statements").GetInt64(), back.Json.GetProperty("versions").GetInt64()));
        await OkAsync("verify", "--engine", "elasticsearch", "--against", "sqlite");
        Assert.Equal(1, (await OkAsync("status", "--json")).Json.GetProperty("versions").GetInt64());
    }

    [Fact]
    public async Task Verify_AnotherContent_EndsWith1()
    {
        await ImportAsync("sqlite", Lines.Statement("1"));
        await ImportAsync("elasticsearch", Lines.Statement("1", text: "The harbour is closed."));

        var verify = await _search.RunAsync("verify", "--engine", "elasticsearch", "--against", "sqlite");

        Assert.Equal(ExitCode.Incomplete, verify.ExitCode);
        Assert.Contains("their content differs", verify.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rebuild_ThenCleanup_MakeANewIndexAndKeepTheOneBefore()
    {
        await ImportAsync("elasticsearch", Lines.Many(3));
        var planned = await OkAsync("rebuild", "--engine", "elasticsearch", "--dry-run");
        Assert.Contains("Would: rebuild", planned.Error, StringComparison.Ordinal);

        for (var time = 0; time < 2; time++)
        {
            var rebuild = await OkAsync("rebuild", "--engine", "elasticsearch", "--json");
            Assert.Equal((3, 0), (rebuild.Json.GetProperty("statements").GetInt64(), rebuild.Json.GetProperty("changed").GetInt64()));
        }

        var dryRun = await OkAsync("cleanup", "--engine", "elasticsearch", "--dry-run", "--json");
        var cleanup = await OkAsync("cleanup", "--engine", "elasticsearch", "--json");
        Assert.Single(dryRun.Json.GetProperty("steps").EnumerateArray());
        var step = Assert.Single(cleanup.Json.GetProperty("steps").EnumerateArray()).GetString();
        Assert.StartsWith("delete ", step, StringComparison.Ordinal);
        Assert.Empty((await OkAsync("cleanup", "--engine", "elasticsearch", "--json")).Json.GetProperty("steps").EnumerateArray());
        var query = await OkAsync("query", "harbour", "--engine", "elasticsearch", "--json");
        Assert.Equal(3, query.Json.GetProperty("total").GetProperty("value").GetInt64());
    }

    [Fact]
    public async Task Evaluate_LeavesTheArchiveAlone()
    {
        await ImportAsync("elasticsearch", Lines.Statement("1"));

        var result = await OkAsync(
            "evaluate",
            _search.Write(
                "docs.jsonl",
                Lines.Statement("d1", text: "The herring quota is cut.") + Lines.Statement("d2", text: "The bridge is open.")),
            _search.Write("queries.jsonl", """{"id": "q1", "text": "herring quota"}"""),
            _search.Write("qrels.tsv", "query\tdocument\tgrade\nq1\td1\t1\n"),
            "--engine",
            "elasticsearch",
            "--json");

        Assert.Equal(1, result.Json.GetProperty("ndcg10").GetDouble());
        Assert.Equal(1, (await OkAsync("status", "--engine", "elasticsearch", "--json")).Json.GetProperty("statements").GetInt64());
    }

    [Fact]
    public async Task Import_ElasticsearchIsDown_EndsWith3AndSaysSo()
    {
        _search.Variables["Search__Elasticsearch__Urls"] = FaultyServer.Nowhere;
        _search.Variables["Search__Elasticsearch__RetryDelay"] = "00:00:00.001";

        var import = await _search.RunAsync("import", _search.Write("a.jsonl", Lines.Many(1)), "--engine", "elasticsearch");

        Assert.Equal(ExitCode.Unavailable, import.ExitCode);
        Assert.Contains("Elasticsearch cannot be asked", import.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_WrongKey_EndsWith2AndNamesTheKey()
    {
        await using var server = new FaultyServer(Answer.Of(401, """{"error":{"type":"security_exception","reason":"x"},"status":401}"""));
        _search.Variables["Search__Elasticsearch__Urls"] = server.Url;

        var query = await _search.RunAsync("query", "harbour", "--engine", "elasticsearch");

        Assert.Equal(ExitCode.Usage, query.ExitCode);
        Assert.Contains("Search:Elasticsearch:ApiKey", query.Error, StringComparison.Ordinal);
    }

    private async Task ImportAsync(string engine, string lines) =>
        await OkAsync("import", _search.Write("import.jsonl", lines), "--engine", engine);

    private async Task<CommandResult> OkAsync(params string[] arguments)
    {
        var result = await _search.RunAsync(arguments);
        Assert.True(result.ExitCode == ExitCode.Success, $"{string.Join(' ', arguments)}: {result.Error}\n{result.Output}");
        return result;
    }
}
