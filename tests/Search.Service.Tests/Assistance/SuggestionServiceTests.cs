using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Queries;
using Search.Service.Assistance;
using Search.Service.Responses;
using Search.Testing;
using Search.Testing.Engines;

namespace Search.Service.Tests.Assistance;

public sealed class SuggestionServiceTests : IAsyncLifetime
{
    private readonly InMemoryEngine _engine = new();

    public async ValueTask InitializeAsync()
    {
        await using var writer = await _engine.OpenWriterAsync(WritePurpose.Update, CancellationToken.None);
        await writer.ImportAsync(
            [
                new StatementBuilder("1")
                {
                    Body = "We strongly condemn the blockade.",
                    Countries = "JP",
                    Issuer = "Ministry of Tides",
                }.Build(),
                new StatementBuilder("2")
                {
                    Body = "We strongly condemn it, and strongly condemned it before.",
                    Countries = "JP KR",
                    Issuer = "Ministry of Tides",
                }.Build(),
                new StatementBuilder("4") { Body = "Nothing of note.", Issuer = "Ada J. Brine, Secretary of Tides" }.Build(),
                new StatementBuilder("3") { Body = "We Strongly Regret it.", Countries = "JM", Issuer = "Mining Office" }.Build(),
            ],
            CancellationToken.None);
        await writer.CompleteAsync(CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    /// <summary>What is typed, and: kind, text, query, count, of every suggestion.</summary>
    [Theory]
    [InlineData("min", "issuer Ministry of Tides → issuer:\"Ministry of Tides\" (2) | issuer Mining Office → issuer:\"Mining Office\" (1)")]
    [InlineData("blockade ministry of ti", "issuer Ministry of Tides → blockade issuer:\"Ministry of Tides\" (2)")]
    [InlineData("jap", "country Japan → country:JP (2)")]
    [InlineData("sanctions -(south ko", "country South Korea → sanctions -(country:KR (1)")]
    [InlineData("country:ja", "country Japan → country:JP (2) | country Jamaica → country:JM (1)")]
    [InlineData("issuer:\"ministry of", "issuer Ministry of Tides → issuer:\"Ministry of Tides\" (2)")]
    [InlineData("issuer:\"Ada Brine", "issuer Ada J. Brine, Secretary of Tides → issuer:\"Ada J. Brine, Secretary of Tides\" (1)")]
    [InlineData("-issuer:\"Old, Brine", "issuer Ada J. Brine, Secretary of Tides → -issuer:\"Ada J. Brine, Secretary of Tides\" (1)")]
    [InlineData("issuer:=\"Ada J. Br", "issuer Ada J. Brine, Secretary of Tides → issuer:\"Ada J. Brine, Secretary of Tides\" (1)")]
    [InlineData("blockade \"south ko", "country South Korea → blockade country:KR (1)")]
    [InlineData("\"talks with south ko", "")]
    [InlineData("=jap", "")]
    [InlineData("\"yes, we strongly reg", "phrase we strongly regret → \"yes, we strongly regret\" (1)")]
    [InlineData("title:min", "")]
    [InlineData("blo", "word blockade → blockade (1)")]
    [InlineData("blockade stron", "word strongly → blockade strongly (3)")]
    [InlineData(
        "strongly con",
        "phrase strongly condemn → \"strongly condemn\" (2) | phrase strongly condemned → \"strongly condemned\" (1)")]
    [InlineData("it OR \"strongly reg", "phrase strongly regret → it OR \"strongly regret\" (1)")]
    [InlineData(
        "we strongly ",
        "phrase we strongly condemn → \"we strongly condemn\" (2) | phrase we strongly regret → \"we strongly regret\" (1)")]
    [InlineData("the blokade", "spelling blockade → the blockade (1)")]
    [InlineData("", "")]
    [InlineData("m", "")]
    [InlineData("nothing begins qqqqqqq", "")]
    [InlineData("\"we strongly condmen", "spelling condemn → \"we strongly condemn\" (2)")]
    [InlineData("strongly re", "")]
    [InlineData("\"(:-*~ \\ |", "")]
    public async Task CompleteAsync_Typed_Suggests(string typed, string expected)
    {
        var answer = await CompleteAsync(typed);

        Assert.Equal(typed, answer.Query);
        Assert.Equal(
            expected,
            string.Join(" | ", answer.Suggestions.Select(found => $"{found.Kind} {found.Text} → {found.Query} ({found.Count})")));
    }

    [Fact]
    public async Task CompleteAsync_Suggestion_IsAQueryOfItsCount()
    {
        foreach (var suggestion in (await CompleteAsync("strongly co")).Suggestions.Concat((await CompleteAsync("mini")).Suggestions))
        {
            Assert.True(QueryParser.TryParse(suggestion.Query, out var node, out var error), error?.ToString());
            var counts = await _engine.CountAsync(
                [QueryMeaning.Of(node, new MeaningOptions(default))], SearchFilters.None, CancellationToken.None);
            Assert.Equal([suggestion.Count], counts);
        }
    }

    [Fact]
    public async Task CompleteAsync_CountingIsTooCostly_SuggestsTheRest() =>
        Assert.Equal(
            ["issuer", "issuer"],
            (await new SuggestionService(new CostlyCountsEngine(_engine), TestClock.AtNoon())
                .CompleteAsync("min", CancellationToken.None)).Suggestions.Select(found => found.Kind));

    private Task<SuggestionsResponse> CompleteAsync(string typed) =>
        new SuggestionService(_engine, TestClock.AtNoon()).CompleteAsync(typed, CancellationToken.None);
}
