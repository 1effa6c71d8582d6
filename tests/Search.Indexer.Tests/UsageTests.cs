using Search.Indexer.Hosting;

namespace Search.Indexer.Tests;

/// <summary>What is typed wrongly is told in a line, and nothing is done.</summary>
public sealed class UsageTests : IDisposable
{
    private readonly CommandLine _search = new();

    public void Dispose() => _search.Dispose();

    [Theory]
    [InlineData("", "command")]
    [InlineData("imprt a", "imprt")]
    [InlineData("import", "import")]
    [InlineData("import --fautls x a.jsonl", "--fautls")]
    [InlineData("status --engine lucene", "--engine is \"lucene\"; it must be one of: sqlite, elasticsearch.")]
    [InlineData("status --Search:Engine=lucene", "Search:Engine is \"lucene\"; it must be one of: sqlite, elasticsearch.")]
    [InlineData("status --Search:Samples=perhaps", "Search:Samples")]
    [InlineData("status --Search:Sqlite:Pth=x", "Search:Sqlite:Pth")]
    [InlineData("status --Search:Samples", "--Search:Samples has no value")]
    [InlineData("status extra", "extra")]
    [InlineData("query --form 2024-01-01", "--form")]
    [InlineData("query --from 01/02/2024", "--from '01/02/2024' is no date")]
    [InlineData("query --size 1000", "--size")]
    [InlineData("query \"a", "not closed")]
    [InlineData("copy --from sqlite", "--to")]
    [InlineData("copy --from sqlite --to sqlite", "same engine")]
    [InlineData("watch nowhere", "nowhere")]
    [InlineData("watch . --interval 0", "--interval")]
    [InlineData("evaluate a b c", "b")]
    [InlineData("evaluate a b c --fields headline", "headline")]
    public async Task Usage_Wrong_IsToldAndEndsWith2(string line, string told)
    {
        var result = await _search.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Usage_WordWithAnAtSign_IsTextAndNoResponseFile()
    {
        var result = await _search.RunAsync("query", "@harbour");

        Assert.Equal(ExitCode.Success, result.ExitCode);
    }

    [Fact]
    public async Task Usage_SettingsFile_IsReadBesideTheProgramAndOverriddenByEnvironmentAndArguments()
    {
        _search.Write("appsettings.json", """{ "Search": { "Engine": "lucene" } }""");
        Assert.Equal(ExitCode.Usage, (await _search.RunAsync("status")).ExitCode);

        _search.Variables["Search__Engine"] = "sqlite";
        Assert.Equal(ExitCode.Success, (await _search.RunAsync("status")).ExitCode);
        Assert.Equal(ExitCode.Usage, (await _search.RunAsync("status", "--Search:Engine=lucene")).ExitCode);
    }
}
