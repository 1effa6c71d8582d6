using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.MSearch;
using Elastic.Clients.Elasticsearch.Core.Search;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Elasticsearch.Answers;
using Search.Elasticsearch.Searching;
using Search.Testing;
using SearchRequest = Search.Archive.Searching.SearchRequest;

namespace Search.Elasticsearch.Tests.Searching;

/// <summary>What is made of an answer for which the time did not suffice.</summary>
public sealed class AnswerTimeTests
{
    [Fact]
    public void LeastTotal_NothingFoundInPart_IsNoAnswer() =>
        Assert.Throws<QueryTooCostlyException>(() => AnswerTime.LeastTotal(Found(0, timedOut: true)));

    [Theory]
    [InlineData(3, true)]
    [InlineData(3, false)]
    [InlineData(0, false)]
    public void LeastTotal_SomethingOrAll_IsTheNumber(int total, bool timedOut) =>
        Assert.Equal(total, AnswerTime.LeastTotal(Found(total, timedOut)));

    [Fact]
    public void ExactTotal_OfPart_IsNoAnswer()
    {
        Assert.Equal(3, AnswerTime.ExactTotal(Answer(3, timedOut: false)));
        Assert.Throws<QueryTooCostlyException>(() => AnswerTime.ExactTotal(Answer(3, timedOut: true)));
    }

    [Fact]
    public void RequireAllValues_OfPart_IsNoAnswer() =>
        Assert.Throws<QueryTooCostlyException>(() => AnswerTime.RequireAllValues(timedOut: true));

    [Fact]
    public void Bodies_EachHasItsTime()
    {
        var request = new SearchRequest { Query = Match.Word("tide"), Budget = TimeSpan.FromMilliseconds(1_500) };
        var facet = new FacetRequest(request, Core.Statements.FacetName.Issuer, string.Empty, 0, 10);

        Assert.All(SearchBodyWriter.WritePage(request with { Histogram = true }), body => Assert.Equal("1500ms", body.Timeout));
        Assert.Equal("1500ms", SearchBodyWriter.WriteCount(request).Timeout);
        Assert.Equal("1500ms", SearchBodyWriter.WriteRest(request, new PageRest(Days: true, [])).Timeout);
        Assert.Equal("1500ms", SearchBodyWriter.WriteFacet(facet).Timeout);
    }

    private static SearchAnswer Found(int total, bool timedOut) => new() { TimedOut = timedOut, Total = total };

    private static MultiSearchItem<JsonElement> Answer(int total, bool timedOut) => new()
    {
        Took = 1,
        TimedOut = timedOut,
        HitsMetadata = new HitsMetadata<JsonElement>([]) { Total = new TotalHits(TotalHitsRelation.Eq, total) },
        Shards = new ShardStatistics(failed: 0, successful: 1, total: 1),
    };
}
