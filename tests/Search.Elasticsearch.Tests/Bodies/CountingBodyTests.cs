using Search.Archive.Counting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Elasticsearch.Counting;
using Search.Testing;

namespace Search.Elasticsearch.Tests.Bodies;

/// <summary>What is counted, as Elasticsearch gets it.</summary>
public sealed class CountingBodyTests
{
    private static readonly SearchFilters s_filters = new()
    {
        Source = new FacetFilter(["Harbour Gazette"], []),
        From = new DateOnly(2030, 1, 1),
    };

    private static readonly MatchNode s_query = Match.Word("tide");

    [Theory]
    [InlineData(DatePrecision.Day, "uses-day")]
    [InlineData(DatePrecision.Year, "uses-year")]
    public void Uses_OfOnePrecision(DatePrecision precision, string name) => BodySnapshot.Matches(
        name,
        ClientJson.Of(UseBodies.Count(
            s_query, precision, new UseRequest { Queries = [s_query], Filters = s_filters, Issuers = precision == DatePrecision.Day })));

    [Fact]
    public void Uses_AtPlaces()
    {
        IReadOnlyList<UsePlace> places =
        [
            new(s_query, FacetFilter.Unrestricted, new IssueDate(2030, 5, 17)),
            new(s_query, new FacetFilter(["KP/"], []), IssueDate.Around(new DateOnly(2030, 5, 17), DatePrecision.Month)),
            new(s_query, new FacetFilter([null], []), null),
        ];

        BodySnapshot.Matches("uses-places", ClientJson.Of(UseBodies.Find(s_query, places, new PlaceRequest { Places = places })));
    }

    [Fact]
    public void Statements_OfIssuers() => BodySnapshot.Matches(
        "uses-issuers",
        ClientJson.Of(UseBodies.CountIssuers(new IssuerRequest { Issuers = ["Ministry of Tides", "KP/", null], Filters = s_filters })));

    [Fact]
    public void Holdings_OfSources() => BodySnapshot.Matches(
        "holdings",
        ClientJson.Of(HoldingsSearch.Body(new HoldingsRequest { By = FacetName.Source, Filters = s_filters }, DatePrecision.Month)));

    [Fact]
    public void Holdings_WithoutDates() => BodySnapshot.Matches(
        "holdings-numbers",
        ClientJson.Of(HoldingsSearch.Body(new HoldingsRequest { By = FacetName.Issuer, Filters = s_filters }, null)));

    [Fact]
    public void Captures_OfSources() => BodySnapshot.Matches(
        "holdings-captures", ClientJson.Of(HoldingsSearch.CaptureBody(new HoldingsRequest { By = FacetName.Source })));
}
