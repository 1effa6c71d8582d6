using Search.Archive.Matching;

namespace Search.Queries.Tests;

public sealed class OpenPhraseTests
{
    [Theory]
    [InlineData("\"strongly * the\"", "strongly [*] the")]
    [InlineData("\"a * * b * c\"", "a [*] [*] b [*] c")]
    [InlineData("\"strongly (condemn|regret) the\"", "strongly [condemn|regret] the")]
    [InlineData("\"strongly (condemn|deeply regret) the\"", "strongly [condemn] the / strongly [deeply] [regret] the")]
    [InlineData("\"(strongly|firmly) * the\"", "firmly|strongly [*] the")]
    [InlineData("\"nuclear deter*\"", "nuclear [deter~]")]
    [InlineData("title:(\"strongly * the\" -\"a * b\") after:2024", "strongly [*] the")]
    [InlineData("harbour OR \"strongly * the\"", "strongly [*] the")]
    [InlineData("\"Kim * Jong-un\"", "kim [*] jong un")]
    [InlineData("\"$ * a * b\"", "a [*] b")]
    [InlineData("\"(a b|a-b) c\"", "[a] [b] c")]
    public void Meaning_OneOpenPhrase_HasItsOpenPlaces(string text, string expected)
    {
        var (phrase, _) = OpenPhrases.Meaning(Parse(text), s_options)!.Value;

        Assert.Equal(expected, string.Join(" / ", phrase.Runs.Select(Outline)));
        Assert.Equal(text.StartsWith("title:", StringComparison.Ordinal) ? TextScope.Title : TextScope.TitleAndBody, phrase.Scope);
    }

    [Theory]
    [InlineData("strongly condemn", 0)]
    [InlineData("\"strongly condemn\"", 0)]
    [InlineData("-\"strongly * the\"", 0)]
    [InlineData("condemn NEAR/5 \"strongly * the\"", 0)]
    [InlineData("issuer:\"Office * Sails\"", 0)]
    [InlineData("\"strongly * the\" \"a (b|c)\"", 2)]
    public void Meaning_NoneOrSeveral_IsNone(string text, int count)
    {
        Assert.Equal(count, OpenPhrases.Of(Parse(text)).Count);
        Assert.Null(OpenPhrases.Meaning(Parse(text), s_options));
    }

    [Fact]
    public void Meaning_OfAlternativesInAQuery_FindsNoStatementWithoutThePhrase()
    {
        var (_, query) = OpenPhrases.Meaning(Parse("harbour OR \"strongly * the\""), s_options)!.Value;

        Assert.Equal(2, Assert.IsType<ConjunctionMatch>(query).Operands.Count);
        Assert.IsType<PhraseMatch>(((ConjunctionMatch)query).Operands[1]);
    }

    private static readonly MeaningOptions s_options = new(new DateOnly(2030, 5, 17));

    private static QueryNode Parse(string text) =>
        QueryParser.TryParse(text, out var query, out var error) ? query : throw new FormatException(error.Message);

    private static string Outline(OpenRun run) => string.Join(' ', run.Slots.Select((slot, place) =>
    {
        var text = slot switch
        {
            TermSlot terms => string.Join('|', terms.Terms.Select(term => term.Text).Order(StringComparer.Ordinal)),
            PrefixSlot prefix => $"{prefix.Prefix}~",
            _ => "*",
        };
        return run.Open.Contains(place) ? $"[{text}]" : text;
    }));
}
