using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Testing;

namespace Search.Archive.Tests.Matching;

/// <summary>The work that phrases near each other take in a text that repeats itself, in steps.</summary>
public sealed class ProximityCostTests
{
    private static readonly string[] s_period = ["tide", "ebb", "keel", "pier", "salt", "sand", "reef", "buoy", "mast", "sail", "rope"];

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    public void Matches_TwentyPhrasesThatOverlap_AreRefusedBeforeTheyCost(int distance)
    {
        var work = new MatchWork();
        var statement = Analyzed(99, place => s_period[place % s_period.Length]);
        var query = Match.Near(distance, [.. Windows(11, 3), .. Windows(9, 2)]);

        Assert.Throws<QueryTooCostlyException>(() => MatchEvaluator.Matches(query, statement, default, work));

        Assert.InRange(work.Steps, 0, 100_000);
    }

    /// <summary>
    /// Without a word between them phrases of two words begin at every other word of the period. Nine beginnings in a row of these
    /// leave out two that are two words apart; the nine asked for leave out two beside each other.
    /// </summary>
    [Fact]
    public void Matches_NinePhrasesThatOverlap_AreAnswered()
    {
        var statement = Analyzed(200, place => s_period[place % s_period.Length]);
        var work = new MatchWork();

        Assert.True(MatchEvaluator.Matches(Match.Near(50, Windows(9, 2)), statement, default, work));
        Assert.True(MatchEvaluator.Matches(Match.Near(0, Windows(10, 2)), statement, default, work));
        Assert.False(MatchEvaluator.Matches(Match.Near(0, Windows(9, 2)), statement, default, work));

        Assert.InRange(work.Steps, 0, 20_000_000);
    }

    [Fact]
    public void Matches_WordsInLongText_TakeTimeThatGrowsWithIt()
    {
        var query = Match.Near(50, "tide ebb", "ebb tide", "tide");

        var (shorter, longer) = (StepsToMark(query, 10_000), StepsToMark(query, 20_000));

        Assert.InRange(longer, shorter, (shorter * 21) / 10);
        Assert.InRange(longer, 0, 20_000_000);
    }

    [Fact]
    public void Mark_WordAskedForSixtyFourTimes_IsBoundedAndMarkedOnce()
    {
        var query = new ProximityMatch([.. Enumerable.Repeat(Match.Slots("tide", Likeness.Exact), 64)], 50, Ordered: true);
        var statement = new StatementBuilder("1") { Body = Text(2_000, _ => "tide") }.Build();
        var work = new MatchWork();

        var marks = new Highlighter(query, new TextAnalyzer(), HighlightOptions.Default, work).MarkAll(statement, TextScope.Body);

        Assert.Equal(2_000, marks.Count);
        Assert.InRange(work.Steps, 0, 2_000 * 64 * 10);
    }

    [Fact]
    public void Mark_PhrasesThatOverlapTooMuch_IsRefused()
    {
        var statement = new StatementBuilder("1") { Body = Text(99, place => s_period[place % s_period.Length]) }.Build();
        var highlighter = new Highlighter(Match.Near(50, [.. Windows(11, 3), .. Windows(9, 2)]), new TextAnalyzer());

        Assert.Throws<QueryTooCostlyException>(() => highlighter.Highlight(statement));
    }

    [Fact]
    public void Highlight_LongRepetition_ReadsNoFartherThanPassagesReach()
    {
        var query = Match.Near(50, "tide", "tide tide", "tide tide tide");

        var more = StepsToHighlight(query, 40_000) - StepsToHighlight(query, 20_000);

        Assert.Equal(StepsToFind(query, 40_000) - StepsToFind(query, 20_000), more);
    }

    [Fact]
    public void Find_TimeIsOver_EndsInsideTheText()
    {
        var statement = Analyzed(20_000, _ => "tide");
        var query = Match.Phrase(string.Join(' ', Enumerable.Repeat("tide", 63).Append("keel")));
        var work = new MatchWork(() => true);

        Assert.Throws<QueryTooCostlyException>(() => MatchEvaluator.Matches(query, statement, default, work));

        Assert.InRange(work.Steps, 1, 2 * 4_200 * 64);
    }

    [Fact]
    public void Find_Cancelled_EndsInsideTheText()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();
        var work = new MatchWork(null, cancellation.Token);

        Assert.Throws<OperationCanceledException>(
            () => MatchEvaluator.Matches(Match.Near(50, "tide", "tide tide"), Analyzed(200_000, _ => "tide"), default, work));
    }

    /// <summary>Nested alternatives guard many parts: each is judged once.</summary>
    [Fact]
    public void Mark_ConjunctionsInAlternatives_AreJudgedOnce()
    {
        var all = Match.And([.. Enumerable.Range(0, 30).Select(_ => Match.Word("tide")), Match.Word("ebb")]);
        var statement = new StatementBuilder("1") { Body = Text(1_000, place => place % 2 == 0 ? "tide" : "ebb") }.Build();
        var work = new MatchWork();

        var query = Match.Or(Match.Word("keel"), all);
        new Highlighter(query, new TextAnalyzer(), HighlightOptions.Default, work).MarkAll(statement, TextScope.Body);

        Assert.InRange(work.Steps, 0, 1_000 * 31 * 4);
    }

    private static long StepsToMark(MatchNode query, int words)
    {
        var work = new MatchWork();
        var statement = new StatementBuilder("1") { Body = Text(words, place => place % 2 == 0 ? "tide" : "ebb") }.Build();
        Assert.NotEmpty(new Highlighter(query, new TextAnalyzer(), HighlightOptions.Default, work).MarkAll(statement, TextScope.Body));
        return work.Steps;
    }

    private static long StepsToHighlight(MatchNode query, int words)
    {
        var work = new MatchWork();
        var statement = new StatementBuilder("1") { Body = Text(words, _ => "tide") }.Build();
        Assert.NotEmpty(new Highlighter(query, new TextAnalyzer(), HighlightOptions.Default, work).Highlight(statement).Snippets);
        return work.Steps;
    }

    /// <summary>The steps of finding the phrases alone, and telling equal ones apart.</summary>
    private static long StepsToFind(MatchNode query, int words)
    {
        var work = new MatchWork();
        var phrases = PhraseFinder.FindEach(((ProximityMatch)query).Phrases, Analyzed(words, _ => "tide").Body, true, work);
        return work.Steps + phrases.Sum(phrase => phrase.Starts.Count);
    }

    private static string[] Windows(int count, int length) => [.. Enumerable.Range(0, count)
        .Select(start => string.Join(' ', Enumerable.Range(start, length).Select(place => s_period[place % s_period.Length])))];

    private static AnalyzedStatement Analyzed(int words, Func<int, string> word) =>
        new(new StatementBuilder("1") { Body = Text(words, word) }.Build(), new TextAnalyzer());

    private static string Text(int words, Func<int, string> word) => string.Join(' ', Enumerable.Range(0, words).Select(word));
}
