using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Indices;
using Search.Elasticsearch.Searching;
using Search.Elasticsearch.Writing;
using Search.Queries;
using Search.Testing;

namespace Search.Elasticsearch.Tests.Bodies;

/// <summary>Whole bodies as Elasticsearch gets them, pinned as text. Query node by query node see MatchQueryWriterTests.</summary>
public sealed class BodyTests
{
    private static readonly SearchFilters s_filters = new()
    {
        Issuer = new FacetFilter(["Ministry of Tides", null], []),
        Country = new FacetFilter(["JP"], ["US"]),
        From = new DateOnly(2030, 1, 1),
        To = new DateOnly(2030, 12, 31),
    };

    private static readonly SearchRequest s_page = new()
    {
        Query = Lower("\"old harbour\" -draft"),
        Facets = [.. Enum.GetValues<FacetName>().Select(facet => new FacetSelection(facet))],
        Histogram = true,
    };

    [Fact]
    public void Page_OfAPhrase() => BodySnapshot.Matches("page", ClientJson.Of(SearchBodyWriter.WriteHits(s_page, total: false)));

    [Fact]
    public void Page_OfAPhrase_IsCountedApart() => BodySnapshot.Matches("page-counts", ClientJson.Of(SearchBodyWriter.WriteCounts(s_page)));

    [Fact]
    public void Page_WithFilters_CountsEachFacetWithoutItsOwn() =>
        BodySnapshot.Matches("page-filtered", ClientJson.Of(SearchBodyWriter.WriteCounts(s_page with { Filters = s_filters })));

    [Fact]
    public void Page_WithCountriesByCapital_CountsMasks() => BodySnapshot.Matches(
        "page-country-kinds",
        ClientJson.Of(SearchBodyWriter.WriteCounts(s_page with
        {
            Facets = [new FacetSelection(FacetName.Country)],
            Filters = new() { CountryKinds = MentionKinds.Capital, Country = new FacetFilter([null], []) },
        })));

    [Fact]
    public void Page_AfterACursor_ByDate() => BodySnapshot.Matches(
        "page-after",
        ClientJson.Of(SearchBodyWriter.WriteHits(
            new SearchRequest
            {
                Query = new EverythingMatch(),
                Filters = s_filters,
                Sort = SortOrder.Oldest,
                Size = 50,
                After = new SearchCursor("es", ["1893456000000", "\"abcdefghijklmnop\""]),
            },
            total: true)));

    [Fact]
    public void Histogram_ByDay() => BodySnapshot.Matches(
        "histogram-days",
        ClientJson.Of(SearchBodyWriter.WriteRest(s_page with { Filters = s_filters }, new PageRest(Days: true, []))));

    [Fact]
    public void Facets_CutShort_AreCountedApart() => BodySnapshot.Matches(
        "facet-cut",
        ClientJson.Of(SearchBodyWriter.WriteRest(
            s_page with { Filters = s_filters }, new PageRest(Days: false, [FacetName.Issuer, FacetName.Source]))));

    [Fact]
    public void Facet_WholeWithItsFilter() => BodySnapshot.Matches(
        "facet",
        ClientJson.Of(SearchBodyWriter.WriteFacet(new FacetRequest(s_page with { Filters = s_filters }, FacetName.Issuer, "min", 0, 20))));

    [Fact]
    public void Ladder_LevelsThatReadPlacesAreCountedWithinEachOther() => MatchesLadder("ladder", "old harbour wall");

    [Fact]
    public void Ladder_OfAWord_IsASearchForEachLevel() => MatchesLadder("ladder-word", "harbours");

    [Fact]
    public void RelevancePage_IsAskedWithTheArchivesState() => BodySnapshot.MatchesLines(
        "page-with-state",
        ClientJson.TextOf(ArchiveSearches.Request(
            "statements", "0a1b2c3d", [.. SearchBodyWriter.WritePage(s_page with { Facets = [] }), ArchiveState.Body()])));

    [Fact]
    public void Status() => BodySnapshot.Matches("status", ClientJson.Of(StatusReader.Body()));

    [Fact]
    public void SimilarWords_OfTitleAndBody() => BodySnapshot.Matches("similar-words", SimilarTerms.Body("harbuor", 5));

    [Fact]
    public void Bulk_NewStatementAndOneWithAVersion()
    {
        var statement = new StatementBuilder("1")
        {
            Title = "On the “old” harbour",
            Body = "Ships of Japan may pass.\n\nThey wait in Tokyo.",
            Issued = new(2030, 1, 5),
            Captured = new(2030, 1, 6, 8, 0, 0, TimeSpan.Zero),
            Issuer = "Ministry of Tides",
            Countries = "JP",
        }.Build();
        BulkItem[] items =
        [
            new(statement.Id.Value, StatementDocument.Write(new StatementHistory(statement, []), sample: true)),
            new(
                statement.Id.Value,
                StatementDocument.Write(new StatementHistory(statement, [statement with { Body = "Ships wait." }]), sample: false))
            {
                Replaces = new DocumentState(7, 1),
            },
        ];

        BodySnapshot.MatchesLines("bulk", ClientJson.LinesOf(items));
    }

    [Fact]
    public void Create_WithItsNotes() => BodySnapshot.Matches(
        "create-notes", IndexMapping.Current.CreateBody(2, new IndexNotes(3, "0123456789abcdef", null).ToMeta())["mappings"]!["_meta"]!);

    private static void MatchesLadder(string snapshot, string text)
    {
        Assert.True(QueryParser.TryParse(text, out var query, out _));
        MatchNode[] levels = [.. LikenessLevels.Build(query)!.Select(level => Lower(level.Text))];
        var request = new SearchRequest { Query = levels[^1], Beside = new BesideQueries(levels, [Lower("tide")]) };

        BodySnapshot.MatchesLines(snapshot, ClientJson.TextOf(ArchiveSearches.Request("statements", null, BesideSearches.Write(request))));
    }

    private static MatchNode Lower(string query) => QueryParser.TryParse(query, out var node, out _)
        ? QueryMeaning.Of(node, new MeaningOptions(new DateOnly(2030, 6, 1)))
        : throw new ArgumentException("No query.", nameof(query));
}
