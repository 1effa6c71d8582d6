using Search.Indexer.Hosting;
using Search.Testing;

namespace Search.Indexer.Tests;

public sealed class ReadCommandTests : IDisposable
{
    private readonly CommandLine _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task Read_Json_HasTheFixedNames()
    {
        var path = _search.Write("a.jsonl", Lines.Statement("1", text: "Japan has sent a ship to the harbour."));

        var result = await _search.RunAsync("read", path, "--json");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        var statement = result.Json;
        Assert.Equal("Press statement on the harbour", statement.GetProperty("title").GetString());
        Assert.Equal("Japan has sent a ship to the harbour.", statement.GetProperty("body").GetString());
        Assert.Equal("2031-03-04", statement.GetProperty("issued").GetString());
        Assert.Equal("press-statement", statement.GetProperty("kind").GetString());
        Assert.Equal("Harbour Gazette", statement.GetProperty("source").GetString());
        Assert.Equal("en", statement.GetProperty("language").GetString());
        Assert.Equal(["JP"], statement.GetProperty("countries").EnumerateArray().Select(code => code.GetString()));
        Assert.All(["captured", "sourceUrl"], name => Assert.True(statement.TryGetProperty(name, out _)));
        Assert.All(
            ["printed", "name", "office", "organisation", "country"],
            name => Assert.True(statement.GetProperty("issuer").TryGetProperty(name, out _)));
    }

    [Fact]
    public async Task Read_SeveralRecords_AreALineEach()
    {
        var result = await _search.RunAsync("read", _search.Write("a.jsonl", Lines.Many(2) + "nothing\n"), "--json");

        var lines = result.Output.TrimEnd().Split('\n');
        Assert.Equal(3, lines.Length);
        Assert.Contains("\"kind\":\"malformed\"", lines[2], StringComparison.Ordinal);
        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
    }

    [Fact]
    public async Task Read_MissingFile_IsAnErrorObject()
    {
        var result = await _search.RunAsync("read", _search.PathOf("none.html"), "--json");

        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Equal("missing", result.Json.GetProperty("kind").GetString());
        Assert.NotEmpty(result.Json.GetProperty("error").GetString()!);
    }

    [Fact]
    public async Task Read_PipeGivenByItsName_IsAnErrorObject()
    {
        await NamedPipe.CreateAsync(_search.PathOf("pipe.html"));

        var result = await _search.RunAsync("read", _search.PathOf("pipe.html"), "--json");

        Assert.Equal(ExitCode.Incomplete, result.ExitCode);
        Assert.Equal("not-a-file", result.Json.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Read_ForPeople_ShowsFieldsAndText()
    {
        var result = await _search.RunAsync("read", _search.Write("a.jsonl", Lines.Statement("1")));

        Assert.Contains("issued     2031-03-04", result.Output, StringComparison.Ordinal);
        Assert.Contains("The harbour is open.", result.Output, StringComparison.Ordinal);
    }
}
