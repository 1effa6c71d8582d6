using Search.Indexer.Hosting;

namespace Search.Indexer.Tests;

public sealed class EvaluateIssuersCommandTests : IDisposable
{
    private const string Iceland = "Ministry of Foreign Affairs of Iceland";
    private const string Norway = "Ministry of Foreign Affairs of Norway";

    private static readonly string s_gold = $$"""
        {"id": "1", "title": "On lamps", "issuer": "{{Iceland}}", "text": "A spokesman for the {{Iceland}} released a statement on lamps."}
        {"id": "2", "title": "On oil", "issuer": "{{Norway}}", "text": "A spokesman for the {{Iceland}} released a statement on oil."}
        {"id": "3", "title": "On wicks", "issuer": "{{Norway}}", "text": "The wicks are dry."}
        {"id": "4", "title": "On wicks", "text": "A spokesman for the {{Iceland}} released a statement on wicks."}
        """;

    private readonly CommandLine _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task EvaluateIssuers_RecordsWithTheField_GiveTheShareFoundAndTheErrors()
    {
        var result = await _search.RunAsync("evaluate-issuers", _search.Write("gold.jsonl", s_gold), "--json");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(3, result.Json.GetProperty("documents").GetInt32());
        Assert.Equal((1, 1, 1), (result.Json.GetProperty("right").GetInt32(), result.Json.GetProperty("wrong").GetInt32(),
            result.Json.GetProperty("missed").GetInt32()));
        Assert.Equal(1.0 / 3, result.Json.GetProperty("share").GetDouble(), 3);
        Assert.Equal(2, result.Json.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task EvaluateIssuers_ForPeople_NamesEveryError()
    {
        var result = await _search.RunAsync("evaluate-issuers", _search.Write("gold.jsonl", s_gold));

        Assert.Contains("3: none instead of Ministry of Foreign Affairs, Norway", result.Output, StringComparison.Ordinal);
    }
}
