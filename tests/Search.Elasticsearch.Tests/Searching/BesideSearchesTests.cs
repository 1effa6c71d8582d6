using Elastic.Clients.Elasticsearch;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Elasticsearch.Answers;
using Search.Elasticsearch.Searching;
using Search.Testing;
using SearchRequest = Search.Archive.Searching.SearchRequest;

namespace Search.Elasticsearch.Tests.Searching;

/// <summary>What is counted beside a page, and what is made of answers that are not whole.</summary>
public sealed class BesideSearchesTests
{
    private static readonly BesideQueries s_ladder = new(
        [Match.Phrase("old harbour"), Match.Near(5, "old", "harbour"), Match.And(Match.Word("old"), Match.Word("harbour"))],
        [Match.Word("tide")]);

    /// <summary>For the two levels that read places, for all words, and for the other query.</summary>
    private static readonly SearchAnswer[] s_answers =
    [
        new() { Total = 5, Parts = new(new() { ["stricter"] = new() { Count = 3 } }) }, new() { Total = 9 }, new() { Total = 70 },
    ];

    [Fact]
    public void Write_LevelsOfAPhrase_AreASearchForThoseThatReadPlaces() =>
        Assert.Equal(s_answers.Length, BesideSearches.Write(new SearchRequest { Query = Match.Word("tide"), Beside = s_ladder }).Count);

    /// <summary>Seven words, three of them twice, in every order: a page's own query may ask for less.</summary>
    [Fact]
    public void Write_ALevelThatAsksForTooMuch_IsNoReasonForThePageToFail()
    {
        var near = Match.Near(5, "old", "old", "harbour", "harbour", "tide", "tide", "wall");
        var beside = new BesideQueries([near], []);

        Assert.Throws<QueryTooCostlyException>(() => SearchBodyWriter.WriteCount(new SearchRequest { Query = near }));
        Assert.Empty(BesideSearches.Write(new SearchRequest { Query = Match.Word("tide"), Beside = beside }));
        Assert.Null(BesideSearches.Read(beside, []));
    }

    [Fact]
    public void Read_WholeAnswers_CountsInTheOrderAskedFor() =>
        Assert.Equal<long>([3, 5, 9, 70], BesideSearches.Read(s_ladder, s_answers)!);

    [Fact]
    public void Read_OneThatIsNotWhole_NoCounts()
    {
        SearchAnswer[] unsound =
        [
            new() { Total = 9, TimedOut = true },
            new() { Total = 9, Shards = new(1, 0, 1) },
            new() { Error = new ErrorCause { Type = "search_phase_execution_exception" } },
        ];

        Assert.All(unsound, answer => Assert.Null(BesideSearches.Read(s_ladder, [s_answers[0], answer, s_answers[2]])));
    }
}
