using Search.Importing.Files;
using Search.Indexer.Hosting;
using Search.Reading.Files;

namespace Search.Indexer.Tests;

/// <summary>The commands from end to end on the embedded engine, with a file of its own.</summary>
public sealed class EmbeddedArchiveTests : IDisposable
{
    private readonly CommandLine _search = new() { Archives = null };

    public EmbeddedArchiveTests() => _search.Variables["Search__Sqlite__Path"] = _search.PathOf("archive/statements.db");

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task Commands_OneAfterTheOther_WorkOnOneFile()
    {
        var import = await _search.RunAsync("import", _search.Write("a.jsonl", Lines.Many(3) + "nothing\n"), "--json");
        Assert.Equal(ExitCode.Incomplete, import.ExitCode);
        Assert.Equal(3, import.Json.GetProperty("added").GetInt32());
        Assert.Contains(_search.PathOf("archive/statements.db"), import.Error, StringComparison.Ordinal);

        var again = await _search.RunAsync("import", _search.Write("a.jsonl", Lines.Many(3)), "--json");
        Assert.Equal(3, again.Json.GetProperty("unchanged").GetInt32());

        var query = await _search.RunAsync("query", "harbour", "--json");
        Assert.Equal(3, query.Json.GetProperty("total").GetProperty("value").GetInt64());

        var rebuild = await _search.RunAsync("rebuild", "--json");
        Assert.Equal(0, rebuild.Json.GetProperty("changed").GetInt64());

        var verify = await _search.RunAsync("verify", "--json");
        Assert.True(verify.Json.GetProperty("sound").GetBoolean());
        Assert.Equal(3, (await _search.RunAsync("status", "--json")).Json.GetProperty("statements").GetInt64());
    }

    [Fact]
    public async Task Samples_GoWithTheFirstImport()
    {
        _search.Variables.Remove("Search__Samples");

        var query = await _search.RunAsync("query", "\"in the strongest possible terms\"", "--json");
        Assert.InRange(query.Json.GetProperty("total").GetProperty("value").GetInt64(), 2, 10);
        Assert.Contains("samples", (await _search.RunAsync("status")).Output, StringComparison.Ordinal);

        await _search.RunAsync("import", _search.Write("a.jsonl", Lines.Many(2)));
        var status = (await _search.RunAsync("status", "--json")).Json;
        Assert.Equal(2, status.GetProperty("statements").GetInt64());
        Assert.False(status.GetProperty("samples").GetBoolean());
    }

    [Fact]
    public async Task Evaluate_LeavesTheArchiveAlone()
    {
        var result = await _search.RunAsync(
            "evaluate",
            _search.Write("docs.jsonl", Lines.Statement("d1", text: "The herring quota is cut.")),
            _search.Write("queries.jsonl", """{"id": "q1", "text": "herring quota"}"""),
            _search.Write("qrels.tsv", "query\tdocument\tgrade\nq1\td1\t1\n"),
            "--json");

        Assert.Equal(1, result.Json.GetProperty("success1").GetDouble());
        Assert.False(File.Exists(_search.PathOf("archive/statements.db")));
    }

    [Fact]
    public async Task Status_FileThatIsNoArchive_EndsWith2AndNamesIt()
    {
        var path = _search.Write("letter.txt", new string('x', 5_000));

        var result = await _search.RunAsync("status", $"--Search:Sqlite:Path={path}");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains(path, result.Error, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5_000), await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Status_ElasticsearchThatIsAway_EndsWith3()
    {
        var result = await _search.RunAsync(
            "status", "--engine", "elasticsearch", "--Search:Elasticsearch:Urls=http://127.0.0.1:1", "--Search:Elasticsearch:Retries=0");

        Assert.Equal(ExitCode.Unavailable, result.ExitCode);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FaultKinds_AreKebabCase() =>
        Assert.All(Enum.GetValues<ReadFaultKind>(), kind => Assert.Matches("^[a-z]+(-[a-z]+)*$", ImportFaultKinds.Of(kind)));
}
