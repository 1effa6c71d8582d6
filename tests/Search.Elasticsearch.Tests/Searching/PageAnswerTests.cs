using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Elasticsearch.Answers;
using Search.Elasticsearch.Searching;
using Search.Testing;

namespace Search.Elasticsearch.Tests.Searching;

/// <summary>What is read from answers that an engine with few statements never gives.</summary>
public sealed class PageAnswerTests
{
    private static readonly SearchRequest s_request = new()
    {
        Query = Match.Word("tide"),
        Facets = [new FacetSelection(FacetName.Source, 2)],
        Filters = SearchFilters.None with { Source = new FacetFilter([], ["Quay"]) },
        Histogram = true,
    };

    private static readonly FoundStatement s_hit = new(new StoredDocument(new StatementBuilder("a").Build(), null), 1, []);

    [Fact]
    public void Facet_WithMoreValuesThanAreListed_IsMendedByTheRest()
    {
        var answer = Page(Sources(7, ("Anchor", 5), ("Buoy", 4), ("Chart", 1)), hits: 0, total: 17);
        var rest = new AnswerParts(new()
        {
            ["source_distinct"] = new AnswerPart { Number = 12_000 },
            ["source_chosen"] = Terms(0, ("Quay", 1)),
        });

        Assert.Equal([FacetName.Source], PageRest.Of(s_request with { Histogram = false }, answer).CutFacets);
        var facet = FacetReader.Read(answer.Counts, rest, s_request.Facets[0], s_request.Filters);

        Assert.Equal(["Anchor 5", "Buoy 4", "Quay 1"], facet.Values.Select(value => $"{value.Value} {value.Count}"));
        Assert.Equal(11_997, facet.Other);
        Assert.Equal(0, facet.Missing);
    }

    [Fact]
    public void Facet_WithAllItsValues_LacksNothing()
    {
        var answer = Page(Sources(0, ("Anchor", 5), ("Buoy", 4), ("Chart", 1)), hits: 0, total: 12);

        Assert.True(PageRest.Of(s_request with { Histogram = false }, answer).IsNothing);
        var facet = FacetReader.Read(answer.Counts, null, s_request.Facets[0], s_request.Filters);

        Assert.Equal(["Anchor 5", "Buoy 4", "Quay 0"], facet.Values.Select(value => $"{value.Value} {value.Count}"));
        Assert.Equal((1, 2), (facet.Other, facet.Missing));
    }

    /// <summary>Between the two answers the archive may have been written to.</summary>
    [Theory]
    [InlineData(3, 2, false, 3)]
    [InlineData(3, 0, true, 3)]
    [InlineData(0, 2, true, 2)]
    [InlineData(0, 0, false, 0)]
    public void Total_IsNeverLessThanIsThere(int hits, int total, bool timedOut, int expected) =>
        Assert.Equal(expected, Page([], hits, total, timedOut).Total);

    [Fact]
    public void Total_NothingFoundInPart_IsNoAnswer() =>
        Assert.Throws<QueryTooCostlyException>(() => Page([], hits: 0, total: 0, timedOut: true).Total);

    /// <summary>The only statement of 2030 was gone when the days were counted.</summary>
    [Fact]
    public void Histogram_YearThatIsGoneFromTheRest_IsStillCounted()
    {
        var answer = Page(
            new()
            {
                ["histogram_values"] = Terms(0, ("2030-01 year", 1), ("2030-02", 2)),
            },
            hits: 0,
            total: 3);
        var rest = new AnswerParts(new() { ["histogram_values"] = Dates(("2030-02-07", 2)) });

        var histogram = HistogramReader.Read(s_request, answer, rest);

        Assert.Equal((2, 1), (histogram.Buckets.Sum(bucket => bucket.Count), histogram.LessExact));
    }

    private static AnswerPart Dates(params (string Day, long Count)[] values) => new()
    {
        Dates = [.. values.Select(value => KeyValuePair.Create(DateOnly.Parse(value.Day), value.Count))],
    };

    private static Dictionary<string, AnswerPart> Sources(long others, params (string Value, long Count)[] values) =>
        new() { ["source_values"] = Terms(others, values) };

    private static AnswerPart Terms(long others, params (string Value, long Count)[] values) => new()
    {
        Values = [.. values.Select(value => KeyValuePair.Create(value.Value, value.Count))],
        Others = others,
    };

    private static PageAnswer Page(Dictionary<string, AnswerPart> counts, int hits, int total, bool timedOut = false) =>
        new(Answer([], hits, -1, timedOut: false), Answer(counts, 0, total, timedOut));

    private static SearchAnswer Answer(Dictionary<string, AnswerPart> counts, int hits, int total, bool timedOut) => new()
    {
        TimedOut = timedOut,
        Parts = new AnswerParts(counts),
        Hits = [.. Enumerable.Repeat(s_hit, hits)],
        Total = total,
    };
}
