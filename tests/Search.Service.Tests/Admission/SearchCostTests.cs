using Search.Queries;
using Search.Service.Admission;

namespace Search.Service.Tests.Admission;

public sealed class SearchCostTests
{
    [Theory]
    [InlineData("", false, "every statement, newest first, is the front page")]
    [InlineData("harbour", false, "a word")]
    [InlineData("nuclear test site", false, "words")]
    [InlineData("what did the ministry say about the harbour in spring", false, "a question")]
    [InlineData("\"to be or not to be\"", false, "a phrase leaps from its rarest word")]
    [InlineData("harbour NEAR/5 lighthouse", false, "proximity of ordinary words")]
    [InlineData("the NEAR/50 of", true, "proximity of words that every statement has")]
    [InlineData("\"the of and\"~50", true, "the same as a loose phrase")]
    [InlineData("har* lig*", false, "two prefixes")]
    [InlineData("har* lig* pil* tid*", true, "prefixes stand for many words")]
    [InlineData("har* NEAR/5 lighthouse", true, "a prefix is worse in a proximity")]
    [InlineData("the OR of OR and OR to OR in OR for OR on OR by", true, "a wide OR of common words")]
    [InlineData("-(the OR of OR and OR to OR in OR for OR on OR by)", true, "the same left out")]
    public void IsCostly_Query_AsItsShapeSays(string text, bool costly, string reason)
    {
        Assert.True(QueryParser.TryParse(text, out var query, out var error), error?.Message);

        Assert.True(costly == SearchCost.IsCostly(QueryMeaning.Of(query, new MeaningOptions(new DateOnly(2030, 6, 1)))), reason);
    }

    [Fact]
    public void IsCostly_ManyWords_FromThirtyTwo()
    {
        static bool IsCostly(int words)
        {
            var text = string.Join(' ', Enumerable.Range(0, words).Select(word => $"lamp{word}"));
            Assert.True(QueryParser.TryParse(text, out var query, out _));
            return SearchCost.IsCostly(QueryMeaning.Of(query, new MeaningOptions(new DateOnly(2030, 6, 1))));
        }

        Assert.False(IsCostly(31));
        Assert.True(IsCostly(32));
    }
}
