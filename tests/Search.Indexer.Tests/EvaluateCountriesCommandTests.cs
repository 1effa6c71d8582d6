using Search.Indexer.Hosting;
using Search.Testing;

namespace Search.Indexer.Tests;

public sealed class EvaluateCountriesCommandTests : IDisposable
{
    private readonly CommandLine _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task EvaluateCountries_MarkedTexts_GiveScoresAndErrors()
    {
        var gold = _search.Write("gold.jsonl", """
            {"id": "1", "text": "Japan has sent a ship.", "countries": ["JP"]}
            {"id": "2", "text": "France has closed its harbour.", "countries": ["PE"], "mentions": [{"start": 0, "end": 6, "iso2": "PE"}]}
            """);

        var result = await _search.RunAsync("evaluate-countries", gold, "--json");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Equal(0.5, result.Json.GetProperty("precision").GetDouble());
        Assert.Equal(0.5, result.Json.GetProperty("recall").GetDouble());
        Assert.Equal(0.5, result.Json.GetProperty("f1").GetDouble());
        Assert.Equal(2, result.Json.GetProperty("documents").GetInt32());
        Assert.Equal(2, result.Json.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task EvaluateCountries_ForPeople_PrintsEveryErrorWithItsContext()
    {
        var gold = _search.Write("gold.jsonl", """{"id": "1", "text": "Japan has sent a ship.", "countries": []}""");

        var result = await _search.RunAsync("evaluate-countries", gold);

        Assert.Contains("1: JP wrong", result.Output, StringComparison.Ordinal);
        Assert.Contains("Japan has sent a ship.", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--kinds nonsense")]
    [InlineData("--kinds 3")]
    public async Task EvaluateCountries_UnknownKinds_AreTold(string options)
    {
        var result = await _search.RunAsync(["evaluate-countries", _search.Write("gold.jsonl", ""), .. options.Split(' ')]);

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("--kinds", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Evaluate_Pipe_IsRefusedAndNotWaitedFor()
    {
        await NamedPipe.CreateAsync(_search.PathOf("pipe"));

        var countries = await _search.RunAsync("evaluate-countries", _search.PathOf("pipe"));
        var ranking = await _search.RunAsync("evaluate", _search.PathOf("pipe"), _search.PathOf("pipe"), _search.PathOf("pipe"));

        Assert.Equal((ExitCode.Usage, ExitCode.Usage), (countries.ExitCode, ranking.ExitCode));
        Assert.Contains("It is a named pipe", countries.Error, StringComparison.Ordinal);
    }
}
