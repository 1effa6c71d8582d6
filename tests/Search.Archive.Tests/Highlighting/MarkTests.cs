using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Testing;

namespace Search.Archive.Tests.Highlighting;

/// <summary>What is marked in a text, for each kind of node.</summary>
public sealed class MarkTests
{
    public static TheoryData<string, MatchNode, string> Rows { get; } = new()
    {
        { "a word in its forms", Match.Word("condemn"), "They [condemned] it; we [condemn] it; a condominium." },
        { "exact form only", Match.Word("condemn", Likeness.Exact), "They condemned it; we [condemn] it; [CONDEMN]!" },
        { "verbatim form only", Match.Word("Guard", Likeness.Verbatim), "The [Guard] and the guard." },
        { "a phrase is one span", Match.Phrase("harbour lights"), "Old [harbour lights], [Harbour\n\nlights]; harbour of lights." },
        { "hyphens and quotes inside a phrase", Match.Phrase("Kim Jong Un"), "[Kim Jong-un] and “[KIM Jong ‘Un]’." },
        { "overlapping occurrences are one mark", Match.Phrase("tick tick"), "[Tick tick tick] tock tick." },
        { "adjacent words are marks of their own", Match.And(Match.Word("old"), Match.Word("harbour")), "[Old] [harbour] [old]." },
        {
            "a word inside a phrase is part of it",
            Match.And(Match.Phrase("old harbour"), Match.Word("harbour")),
            "[Old harbour] and [harbour]."
        },
        {
            "phrases that overlap are one mark",
            Match.And(Match.Phrase("old harbour"), Match.Phrase("harbour lights")),
            "[Old harbour lights]."
        },
        { "free word", Match.Phrase("strongly * the"), "We [strongly condemn the] act, strongly the, strongly and now the." },
        {
            "alternatives",
            Match.Phrase(Match.AnyOf(Likeness.Exact, "salt", "sand"), Match.AnyOf(Likeness.Exact, "box")),
            "A [salt box], a [sand box], a tool box."
        },
        { "prefix", Match.Phrase("har*"), "[Harbour] and [hard] and shard." },
        { "prefix at a phrase's end", Match.Phrase("the harb*"), "[The harbour] of the east." },
        { "negated parts never mark", Match.And(Match.Word("tide"), Match.Not(Match.Word("ebb"))), "[Tide] and ebb." },
        { "double negation marks nothing", Match.Not(Match.Not(Match.Word("tide"))), "Tide." },
        { "alternatives that match", Match.Or(Match.Word("tide"), Match.Word("keel")), "[Tide] and ebb." },
        {
            "an alternative that lacks a word marks nothing",
            Match.Or(Match.Word("tide"), Match.And(Match.Word("ebb"), Match.Word("keel"))),
            "[Tide] and ebb."
        },
        {
            "an alternative that has all its words",
            Match.Or(Match.Word("lamp"), Match.And(Match.Word("ebb"), Match.Word("tide"))),
            "[Tide] and [ebb]."
        },
        {
            "an alternative ruled out by its negation",
            Match.Or(Match.Word("lamp"), Match.And(Match.Word("ebb"), Match.Not(Match.Word("tide")))),
            "Tide and ebb."
        },
        {
            "proximity marks its words each",
            Match.Near(2, "fish", "market"),
            "[Fish] or the [market]; market of one very small cod; fish."
        },
        { "proximity with a phrase", Match.Near(1, "old fish", "market"), "An [old fish] [market], a fish market." },
        { "proximity: every occurrence that is near enough", Match.Near(2, "fish", "market"), "[Fish] [market] [fish] a b c d fish." },
        { "proximity in order", Match.NearInOrder(2, "fish", "market"), "Market of fish, a b c: [fish] and [market]." },
        { "proximity does not use a word twice", Match.Near(3, "tick", "tick"), "[Tick] and [tick], a b c d e tick." },
        { "scope title", Match.Word("tide", scope: TextScope.Title), "Tide." },
        { "scope body", Match.Word("tide", scope: TextScope.Body), "[Tide]." },
        { "issuer's words are not the text's", Match.Word("tide", Likeness.Exact, TextScope.Issuer), "Tide." },
        {
            "facets, dates and ids do not mark",
            Match.And(Match.Facet(FacetName.Country, "JP"), Match.Undated, Match.Id("Japan")),
            "Japan, JP."
        },
        { "everything", Match.Everything, "Tide." },
        { "nothing", Match.Nothing, "Tide." },
        { "country and pronoun; the dot after initials may end the sentence", Match.Word("US"), "They told us of the [US] and the [U.S]." },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void MarkAll_Body_MarksWhatMatched(string why, MatchNode query, string expected)
    {
        var statement = new StatementBuilder("1") { Body = expected.Replace("[", "").Replace("]", "") }.Build();

        var marks = new Highlighter(query, new TextAnalyzer()).MarkAll(statement, TextScope.Body);

        Assert.True(expected == MarkedText.Show(statement.Body, marks), $"{why}: {MarkedText.Show(statement.Body, marks)}");
    }

    [Theory]
    [InlineData("en", "[condemned] and [condemn]")]
    [InlineData("es", "condemned and [condemn]")]
    public void MarkAll_StemmedWord_OnlyInEnglishByItsStem(string language, string expected)
    {
        var statement = new StatementBuilder("1") { Body = "condemned and condemn", Language = language }.Build();

        var marks = new Highlighter(Match.Word("condemn"), new TextAnalyzer()).MarkAll(statement, TextScope.Body);

        Assert.Equal(expected, MarkedText.Show(statement.Body, marks));
    }

    [Fact]
    public void MarkAll_ScopeTitle_MarksTheTitleOnly()
    {
        var statement = new StatementBuilder("1") { Title = "Tide tables", Body = "Tide tables." }.Build();
        var highlighter = new Highlighter(Match.Word("tide", scope: TextScope.Title), new TextAnalyzer());

        Assert.Equal([new Mark(0, 4)], highlighter.MarkAll(statement, TextScope.Title));
        Assert.Empty(highlighter.MarkAll(statement, TextScope.Body));
    }

    [Fact]
    public void MarkAll_AlternativeThatMatchesAcrossTitleAndBody_MarksBoth()
    {
        var statement = new StatementBuilder("1") { Title = "Ebb", Body = "Tide" }.Build();
        var highlighter = new Highlighter(
            Match.Or(Match.Word("keel"), Match.And(Match.Word("ebb"), Match.Word("tide"))), new TextAnalyzer());

        Assert.Equal([new Mark(0, 3)], highlighter.MarkAll(statement, TextScope.Title));
        Assert.Equal([new Mark(0, 4)], highlighter.MarkAll(statement, TextScope.Body));
    }

    [Fact]
    public void MarkAll_HugeText_MarksEveryOccurrence()
    {
        var statement = new StatementBuilder("1") { Body = string.Concat(Enumerable.Repeat("tide and ebb. ", 20_000)) }.Build();

        Assert.Equal(20_000, new Highlighter(Match.Word("ebb"), new TextAnalyzer()).MarkAll(statement, TextScope.Body).Count);
    }

    [Theory]
    [InlineData(TextScope.TitleAndBody)]
    [InlineData(TextScope.Issuer)]
    public void MarkAll_NotOneText_Throws(TextScope scope) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new Highlighter(Match.Everything, new TextAnalyzer()).MarkAll(new StatementBuilder("1").Build(), scope));
}
