using Search.Indexer.Hosting;

namespace Search.Indexer.Tests;

public sealed class NeighbourCommandsTests : IDisposable
{
    private const string Said = "the keepers of the lamps shall never close the strait again";

    private readonly CommandLine _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task Novelty_ForPeopleAndAsJson_TellsWhoSaidItFirst()
    {
        await ImportAsync();

        var text = await _search.RunAsync("novelty", "b");
        var json = (await _search.RunAsync("novelty", "b", "--json")).Json;

        Assert.Equal(ExitCode.Success, text.ExitCode);
        Assert.Contains("11 words, 1 earlier, first 2031-03-04 ", text.Output, StringComparison.Ordinal);
        var span = Assert.Single(json.GetProperty("spans").EnumerateArray());
        Assert.Equal("2031-03-04", span.GetProperty("earliest").GetProperty("issued").GetString());
    }

    [Theory]
    [InlineData("siblings", 0)]
    [InlineData("similar", 1)]
    public async Task Neighbours_AsJson_AreTheAnswerOfTheHttpInterface(string command, int expected)
    {
        await ImportAsync();

        var json = (await _search.RunAsync(command, "a", "--json")).Json;

        Assert.Equal(expected, json.GetProperty(command).GetArrayLength());
        Assert.False(json.GetProperty("partial").GetBoolean());
    }

    [Fact]
    public async Task Siblings_OfNoStatement_IsAUsageError()
    {
        await ImportAsync();

        Assert.Equal(ExitCode.Usage, (await _search.RunAsync("siblings", "nowhere")).ExitCode);
    }

    private async Task ImportAsync()
    {
        var path = _search.Write(
            "statements.jsonl",
            $$"""
            {"id": "a", "title": "One", "date": "2031-03-04", "text": "We say that {{Said}}."}
            {"id": "b", "title": "Two", "date": "2031-07-04", "text": "Listen to us, because {{Said}}, whatever comes."}
            """);
        await _search.RunAsync("import", path);
    }
}
