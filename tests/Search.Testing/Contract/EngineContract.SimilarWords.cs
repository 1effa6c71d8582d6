using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    [Fact]
    public async Task SimilarWords_Misspelt_GivesTheArchivesWord()
    {
        var engine = await WithAsync(
            new("1") { Body = "An amnesty for sailors." }, new("2") { Body = "The harbourmaster and the amnesty." });

        var words = await engine.SimilarWordsAsync("amnetsy", 5, Cancellation);

        Assert.Equal("amnesty", Assert.Single(words));
        Assert.Equal("amnesty", (await engine.SimilarWordsAsync("amnest", 5, Cancellation))[0]);
        Assert.Empty(await engine.SimilarWordsAsync("lightship", 5, Cancellation));
    }

    [Fact]
    public async Task SimilarWords_Several_AreCutToTheSize()
    {
        var engine = await WithAsync(new StatementBuilder("1") { Body = "harbour harbours harbor arbour harbouring" });

        var words = await engine.SimilarWordsAsync("harbuor", 2, Cancellation);

        Assert.Equal(2, words.Count);
        Assert.Contains("harbour", words);
        Assert.Empty(await engine.SimilarWordsAsync("harbuor", 0, Cancellation));
    }

    [Fact]
    public async Task SimilarWords_GivesExactForms()
    {
        var engine = await WithAsync(new StatementBuilder("1") { Body = "ARMISTICES" });

        Assert.Equal(["armistices"], await engine.SimilarWordsAsync("armistaces", 5, Cancellation));
    }
}
