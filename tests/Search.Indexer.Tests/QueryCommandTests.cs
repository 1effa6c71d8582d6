using Search.Indexer.Hosting;
using Search.Service.Composition;

namespace Search.Indexer.Tests;

public sealed class QueryCommandTests : IDisposable
{
    private readonly CommandLine _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task Query_Json_IsThePageOfTheHttpInterface()
    {
        await ImportAsync();

        var page = (await _search.RunAsync("query", "\"reckless provocation\"", "--json")).Json;

        Assert.Equal(1, page.GetProperty("total").GetProperty("value").GetInt64());
        var hit = page.GetProperty("hits")[0];
        Assert.Equal("1", hit.GetProperty("sourceId").GetString());
        Assert.Equal("2031-03-04", hit.GetProperty("issued").GetString());
        var snippet = hit.GetProperty("snippets")[0];
        var mark = snippet.GetProperty("marks")[0];
        Assert.Equal(
            "reckless provocation",
            snippet.GetProperty("text").GetString()!.Substring(
                mark.GetProperty("start").GetInt32(), mark.GetProperty("length").GetInt32()));
        Assert.Equal(
            ["issuer", "country", "source", "kind", "language"],
            page.GetProperty("facets").EnumerateArray().Select(facet => facet.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Query_ForPeople_QuotesWhatMatched()
    {
        await ImportAsync();

        var result = await _search.RunAsync("query", "reckless", "provocation");

        Assert.Contains("«reckless» «provocation»", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_OnATerminal_PrintsItInBold()
    {
        using var search = new CommandLine { Terminal = true };
        await search.RunAsync("import", search.Write("a.jsonl", Lines.Statement("1", text: "An act of provocation\u001b[31m.")));

        var result = await search.RunAsync("query", "provocation");

        Assert.Contains("\u001b[1mprovocation\u001b[22m", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[31m", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--country JP", "2")]
    [InlineData("--country=-JP", "1 3")]
    [InlineData("--country -JP", "1 3")]
    [InlineData("--country JP --country FR", "2 3")]
    [InlineData("--from 2031-03-05", "2 3")]
    [InlineData("--from 2031-03-05 --to 2031-03-05", "2")]
    [InlineData("--sort oldest --size 1", "1")]
    [InlineData("--sort newest --size 1", "3")]
    [InlineData("harbour -Japan", "1 3")]
    [InlineData("-Japan", "1 3")]
    [InlineData("provocation Japan --match any", "1 2")]
    [InlineData("", "1 2 3")]
    public async Task Query_Options_NarrowAsTheHttpParametersDo(string arguments, string expected)
    {
        await ImportAsync();

        var result = await _search.RunAsync(["query", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--json"]);

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(
            expected.Split(' '),
            result.Json.GetProperty("hits").EnumerateArray()
                .Select(hit => hit.GetProperty("sourceId").GetString()!)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Query_NextCursor_LeadsThroughAllPages()
    {
        await ImportAsync();
        var ids = new List<string>();
        string[] cursor = [];
        do
        {
            var page = (await _search.RunAsync(["query", "--size", "1", "--json", .. cursor])).Json;
            ids.Add(page.GetProperty("hits")[0].GetProperty("sourceId").GetString()!);
            cursor = page.GetProperty("next").GetString() is { } next ? ["--cursor", next] : [];
        }
        while (cursor.Length > 0);

        Assert.Equal(["3", "2", "1"], ids);
    }

    [Fact]
    public async Task Query_EmptyArchive_IsFilledWithSamplesUnlessSwitchedOff()
    {
        Assert.Equal(0, (await _search.RunAsync("query", "--json")).Json.GetProperty("total").GetProperty("value").GetInt64());

        _search.Variables.Remove("Search__Samples");
        var result = await _search.RunAsync("query", "\"freedom of navigation\"", "--json");

        Assert.InRange(result.Json.GetProperty("total").GetProperty("value").GetInt64(), 5, 20);
        Assert.Contains("fictional", result.Error, StringComparison.Ordinal);
        Assert.True((await _search.Archives![EngineNames.Sqlite].StatusAsync(TestContext.Current.CancellationToken)).Samples);
    }

    private Task ImportAsync() => _search.RunAsync("import", _search.Write(
        "a.jsonl",
        Lines.Statement("1", text: "It was an act of reckless provocation in the harbour.")
        + Lines.Statement("2", text: "Japan has sent a ship to the harbour.", date: "2031-03-05")
        + Lines.Statement("3", text: "France has closed its harbour.", date: "2031-03-06")));
}
