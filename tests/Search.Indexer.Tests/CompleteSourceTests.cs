using Search.Indexer.Hosting;

namespace Search.Indexer.Tests;

public sealed class CompleteSourceTests : IDisposable
{
    private const string One = """{"id": "1", "title": "One", "text": "Salt.", "source": "Gazette"}""";
    private const string Two = """{"id": "2", "title": "Two", "text": "Sand.", "source": "Gazette"}""";
    private const string Other = """{"id": "3", "title": "Three", "text": "Shell.", "source": "Buoy"}""";

    private readonly CommandLine _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task Import_OfAWholeList_MarksWhatItLacksOfThatSource()
    {
        await _search.RunAsync("import", _search.Write("all.jsonl", One + "\n" + Two + "\n" + Other));

        var import = await _search.RunAsync("import", _search.Write("later.jsonl", One), "--complete-source", "Gazette", "--json");

        Assert.Equal(ExitCode.Success, import.ExitCode);
        Assert.Equal(1, import.Json.GetProperty("missing").GetInt64());
        Assert.Equal(["Two"], await MissingAsync());

        await _search.RunAsync("import", _search.Write("again.jsonl", Two));
        Assert.Empty(await MissingAsync());
    }

    /// <summary>What the list lacks may be what could not be read.</summary>
    [Fact]
    public async Task Import_OfAListWithFaults_MarksNothing()
    {
        await _search.RunAsync("import", _search.Write("all.jsonl", One + "\n" + Two));

        var import = await _search.RunAsync(
            "import", _search.Write("later.jsonl", One + "\n{broken"), "--complete-source", "Gazette", "--json");

        Assert.Equal(ExitCode.Incomplete, import.ExitCode);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, import.Json.GetProperty("missing").ValueKind);
        Assert.Empty(await MissingAsync());
    }

    private async Task<IEnumerable<string?>> MissingAsync()
    {
        var page = (await _search.RunAsync("query", "", "--missing", "true", "--json")).Json;
        return page.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("title").GetString());
    }
}
