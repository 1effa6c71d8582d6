using Search.Indexer.Hosting;

namespace Search.Indexer.Tests;

public sealed class CountingCommandsTests : IDisposable
{
    private readonly CommandLine _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task Uses_ForPeople_PrintFirstLastSilenceAndIssuers()
    {
        await ImportAsync();

        var result = await _search.RunAsync("uses", "\"reckless provocation\"");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("2 statements: ", result.Output, StringComparison.Ordinal);
        Assert.Contains("First    2031-03-04 ", result.Output, StringComparison.Ordinal);
        Assert.Contains("Last     2031-07-04 ", result.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Silence  2031-03-04 to 2031-07-04, 122 days, of which the archive holds 1 statements",
            result.Output,
            StringComparison.Ordinal);
        Assert.Contains("Returned after 90 days or more: 1 times", result.Output, StringComparison.Ordinal);
        Assert.Contains("Issuers, by first use\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uses_Json_IsTheAnswerOfTheHttpInterface()
    {
        await ImportAsync();

        var uses = (await _search.RunAsync("uses", "provocation", "--returned-after", "200d", "--json")).Json;

        Assert.Equal(2, uses.GetProperty("total").GetProperty("value").GetInt64());
        Assert.Equal(200, uses.GetProperty("returnedAfter").GetInt32());
        Assert.False(uses.GetProperty("returned").GetBoolean());
    }

    [Fact]
    public async Task Trends_QueriesSideBySide_AreAColumnEach()
    {
        await ImportAsync();

        var result = await _search.RunAsync("trends", "reckless provocation", "harbour", "--interval", "month");

        Assert.Matches(@"2031-03-01\s+2\s+1\s+50.00 %\s+2\s+100.00 %\n", result.Output);
        Assert.Matches(@"2031-04-01\s+0\s+0\s+–\s+0\s+–\n", result.Output);
    }

    [Fact]
    public async Task Trends_Json_IsTheAnswerOfTheHttpInterface()
    {
        await ImportAsync();

        var trends = (await _search.RunAsync("trends", "provocation", "harbour", "--interval", "year", "--json")).Json;

        Assert.Equal(
            [2L, 3L],
            trends.GetProperty("series").EnumerateArray()
                .Select(series => series.GetProperty("buckets")[0].GetProperty("count").GetInt64()));
    }

    [Fact]
    public async Task Trends_Csv_IsATable()
    {
        await ImportAsync();

        var result = await _search.RunAsync("trends", "-provocation", "--interval", "year", "--format", "csv");

        Assert.StartsWith(
            "query,part,from,to,count,total,share\r\n\"'-provocation\",bucket,2031-01-01,2031-12-31,1,3,0.33",
            result.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phrases_ForPeopleAndScripts_SayWhatStandsInTheFreeWord()
    {
        await _search.RunAsync("import", _search.Write("free.jsonl", """
            {"id": "1", "title": "One", "text": "They strongly Condemn the act.", "date": "2031-03-04", "source": "Gazette"}
            {"id": "2", "title": "Two", "text": "We strongly condemn the acts.", "date": "2031-02-04", "source": "Gazette"}
            {"id": "3", "title": "Three", "text": "We strongly regret the acts.", "source": "Gazette"}
            """));

        var text = await _search.RunAsync("phrases", "\"strongly * the\"");
        var phrases = (await _search.RunAsync("phrases", "\"strongly (condemn|regret) the\"", "--size", "1", "--json")).Json;
        var closed = await _search.RunAsync("phrases", "\"strongly condemn the\"");

        Assert.Matches(@"3 statements with ""strongly \* the"", 3 times\n +2 +66.67 % +2031-02-04 to 2031-03-04 +Condemn\n", text.Output);
        Assert.Matches(@" 1 +33.33 % +no date +regret\n +We strongly regret the acts. · ", text.Output);
        Assert.Equal(2, phrases.GetProperty("fillers")[0].GetProperty("count").GetInt64());
        Assert.Equal(1, phrases.GetProperty("other").GetInt64());
        Assert.Equal(ExitCode.Usage, closed.ExitCode);
    }

    [Fact]
    public async Task Lines_ForPeopleAndScripts_AreBetweenTheirContexts()
    {
        await ImportAsync();

        var text = await _search.RunAsync("lines", "provocation", "--sort", "left");
        var lines = (await _search.RunAsync("lines", "provocation", "--size", "1", "--json")).Json;
        var none = await _search.RunAsync("lines", "country:JP");

        Assert.Matches(@"2 statements: .*\n2031-0[37]-04 .*provocation", text.Output);
        Assert.Equal("2031-03-04", lines.GetProperty("lines")[0].GetProperty("statement").GetProperty("issued").GetString());
        Assert.NotNull(lines.GetProperty("next").GetString());
        Assert.Equal(ExitCode.Usage, none.ExitCode);
    }

    [Fact]
    public async Task Compare_ForPeopleAndScripts_HasCountsAndAPassage()
    {
        await ImportAsync();

        var result = await _search.RunAsync("compare", "provocation", "ship");
        var issuers = (await _search.RunAsync("compare", "provocation", "ship", "--json")).Json.GetProperty("issuers");

        Assert.Matches(@"1:\s+2\s+66.67 %\s+2031-03-04 to 2031-07-04\n", result.Output);
        Assert.Contains("«provocation»", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, issuers[0].GetProperty("queries")[1].GetProperty("count").GetInt64());
    }

    [Fact]
    public async Task Coverage_ForPeopleAndScripts_HasMonthsAndGaps()
    {
        await ImportAsync();

        var result = await _search.RunAsync("coverage");
        var sources = (await _search.RunAsync("coverage", "--to", "2032-12-31", "--json")).Json.GetProperty("sources");

        Assert.Contains("Harbour Gazette: 3 statements, 2031-03-04 to 2031-07-04\n", result.Output, StringComparison.Ordinal);
        Assert.Matches(@"  2031       0      0      2      0      0      0      1", result.Output);
        Assert.Contains("  gap  2031-03-06 to 2031-07-03, 120 days (usually 1)", result.Output, StringComparison.Ordinal);
        Assert.Equal(2, sources[0].GetProperty("gaps").GetArrayLength());
    }

    [Fact]
    public async Task Query_WithoutHits_NamesTheGapsOfTheTimeAskedFor()
    {
        await ImportAsync();

        var result = await _search.RunAsync("query", "volcano", "--from", "2031-04-01", "--to", "2031-04-30");

        Assert.Contains("Nothing of Harbour Gazette from 2031-03-06 to 2031-07-03.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_WritesLinesAndTables()
    {
        await ImportAsync();

        var lines = await _search.RunAsync("export", "provocation", "--sort", "oldest", "--fields", "body");
        var table = await _search.RunAsync("export", "--format", "csv");

        Assert.Equal(["1", "3"], lines.Output.TrimEnd().Split('\n')
            .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("sourceId").GetString()!));
        Assert.Contains("2 statements", lines.Error, StringComparison.Ordinal);
        Assert.StartsWith("\uFEFFid,sourceId,title,", table.Output, StringComparison.Ordinal);
        Assert.Equal(4, table.Output.TrimEnd().Split("\r\n").Length);
    }

    [Theory]
    [InlineData("export", "--sort", "relevance")]
    [InlineData("coverage", "--by", "country")]
    [InlineData("trends", "provocation", "--interval", "decade")]
    [InlineData("compare", "provocation", "--cursor", "x")]
    [InlineData("uses", "provocation", "--returned-after", "soon")]
    [InlineData("uses", "provocation", "--sort", "newest")]
    [InlineData("uses")]
    public async Task Counting_WrongArguments_AreUsage(params string[] arguments) =>
        Assert.Equal(ExitCode.Usage, (await _search.RunAsync(arguments)).ExitCode);

    private Task ImportAsync() => _search.RunAsync("import", _search.Write(
        "a.jsonl",
        Lines.Statement("1", text: "It was an act of reckless provocation in the harbour.")
        + Lines.Statement("2", text: "Japan has sent a ship to the harbour.", date: "2031-03-05")
        + Lines.Statement("3", text: "Another reckless provocation has been seen.", date: "2031-07-04")));
}
