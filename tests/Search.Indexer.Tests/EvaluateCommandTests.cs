using Search.Indexer.Hosting;

namespace Search.Indexer.Tests;

public sealed class EvaluateCommandTests : IDisposable
{
    private readonly CommandLine _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task Evaluate_SmallCollection_GivesItsMeasures()
    {
        var documents = _search.Write(
            "docs.jsonl",
            Lines.Statement("d1", title: "Herring", text: "The herring quota is cut.")
                + Lines.Statement("d2", title: "Cod", text: "Cod may rise."));
        var queries = _search.Write("queries.jsonl", """
            {"id": "q1", "text": "the quota of \"herring\" (and what of C++?"}
            {"id": "q2", "text": "whales"}
            {"id": "q3", "text": "not judged"}
            """);
        var grades = _search.Write("qrels.tsv", "query\tdocument\tgrade\nq1\td1\t2\nq1\td2\t0\nq2\td2\t1\n");

        var result = await _search.RunAsync("evaluate", documents, queries, grades, "--json");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(2, result.Json.GetProperty("queries").GetInt32());
        Assert.Equal(0.5, result.Json.GetProperty("mrr").GetDouble(), 3);
        Assert.Equal(0.5, result.Json.GetProperty("ndcg10").GetDouble(), 3);
        Assert.Equal(0.5, result.Json.GetProperty("success1").GetDouble(), 3);
        Assert.Equal(0.5, result.Json.GetProperty("success10").GetDouble(), 3);
        Assert.Equal(0, (await _search.RunAsync("status", "--json")).Json.GetProperty("statements").GetInt64());
    }

    [Fact]
    public async Task Evaluate_FieldsBody_LeavesTitlesAside()
    {
        var documents = _search.Write("docs.jsonl", Lines.Statement("d1", title: "Herring", text: "The quota is cut."));
        var queries = _search.Write("queries.jsonl", """{"id": "q1", "text": "herring"}""");
        var grades = _search.Write("qrels.tsv", "query\tdocument\tgrade\nq1\td1\t1\n");

        var all = await _search.RunAsync("evaluate", documents, queries, grades, "--json");
        var body = await _search.RunAsync("evaluate", documents, queries, grades, "--fields", "body", "--json");

        Assert.Equal(1, all.Json.GetProperty("mrr").GetDouble());
        Assert.Equal(0, body.Json.GetProperty("mrr").GetDouble());
    }

    [Fact]
    public async Task Evaluate_BadGrade_IsNamed()
    {
        var grades = _search.Write("qrels.tsv", "query\tdocument\tgrade\nq1 d1 1\n");

        var result = await _search.RunAsync("evaluate", "docs", _search.Write("queries.jsonl", ""), grades);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains($"{grades}:2: ", result.Error, StringComparison.Ordinal);
    }
}
