using Search.Archive;
using Search.Archive.Searching;
using Search.Core.Statements;
using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    /// <summary>
    /// Two offices of a ministry, the ministry itself, another body of its country, a body of no country, an issuer of nothing, and none.
    /// </summary>
    private Task<ISearchEngine> OfficesAsync() => WithAsync(
        new("1")
        {
            Body = "tide",
            Issuer = "Harbour Master, Ministry of Tides, Iceland",
            IssuerOrganisation = "Ministry of Tides",
            IssuerCountry = "IS",
            Source = "Buoy",
        },
        new("2")
        {
            Body = "tide",
            Issuer = "Harbour Master, Ministry of Tides, Iceland",
            IssuerOrganisation = "Ministry of Tides",
            IssuerCountry = "IS",
            IssuerPrinted = "The Harbour Master",
        },
        new("3")
        {
            Body = "ebb",
            Issuer = "Lamp Keeper, Ministry of Tides, Iceland",
            IssuerOrganisation = "Ministry of Tides",
            IssuerCountry = "IS",
        },
        new("4")
        {
            Body = "ebb",
            Issuer = "Ministry of Tides, Iceland",
            IssuerOrganisation = "Ministry of Tides",
            IssuerCountry = "IS",
            Source = "Buoy",
        },
        new("5") { Body = "tide", Issuer = "Board of Oil/Wicks, Iceland", IssuerOrganisation = "Board of Oil/Wicks", IssuerCountry = "IS" },
        new("6") { Body = "tide", Issuer = "Keeper, Iceland", IssuerCountry = "IS" },
        new("7") { Body = "tide", Issuer = "Ministry of Tides, Malta", IssuerOrganisation = "Ministry of Tides", IssuerCountry = "MT" },
        new("8") { Body = "ebb", Issuer = "World Lamp League", IssuerOrganisation = "World Lamp League" },
        new("9") { Body = "ebb", Issuer = "A keeper" },
        new("0") { Body = "tide", Issuer = null });

    private static string PrintGroups(FacetCounts facet) =>
        string.Join(", ", facet.Groups.Select(group => $"{(group.Parent is null ? string.Empty : "> ")}{group.Value} {group.Count}"));

    [Theory]
    [InlineData("IS/", "1 2 3 4 5 6")]
    [InlineData("IS/Ministry of Tides/", "1 2 3 4")]
    [InlineData("MT/Ministry of Tides/", "7")]
    [InlineData("/World Lamp League/", "8")]
    [InlineData("IS/Board of Oil∕Wicks/", "5")]
    [InlineData("IS/Ministry/", "")]
    [InlineData("I/", "")]
    [InlineData("IS", "")]
    public async Task IssuerGroup_AsAFilter_FindsEveryIssuerInIt(string group, string expected)
    {
        var engine = await OfficesAsync();

        await FindsAsync(engine, expected, SearchFilters.None with { Issuer = Only(group) });
        await FindsAsync(engine, expected, Match.Everything, SearchFilters.None with { Issuer = Only(group, group) });
    }

    [Fact]
    public async Task IssuerGroup_BesideIssuersAndNone_IsOneOfTheAlternatives()
    {
        var engine = await OfficesAsync();

        await FindsAsync(engine, "7 9", SearchFilters.None with { Issuer = Only("MT/", "A keeper") });
        await FindsAsync(engine, "0 7", SearchFilters.None with { Issuer = Only("MT/", null) });
        await FindsAsync(engine, "0 5 6 7 8 9", SearchFilters.None with { Issuer = Except("IS/Ministry of Tides/") });
        await FindsAsync(engine, "8 9", SearchFilters.None with { Issuer = Except("IS/", "MT/", null) });
        await FindsAsync(
            engine,
            "1 2 4 5 6",
            SearchFilters.None with { Issuer = new FacetFilter(["IS/"], ["Lamp Keeper, Ministry of Tides, Iceland"]) });
    }

    [Fact]
    public async Task IssuerGroups_OfAFacet_AreCountedWithTheirParents()
    {
        var engine = await OfficesAsync();

        var facet = await FacetAsync(engine, FacetName.Issuer, SearchFilters.None);

        Assert.Equal(
            "IS/ 6, > IS/Ministry of Tides/ 4, /World Lamp League/ 1, > IS/Board of Oil∕Wicks/ 1, MT/ 1, > MT/Ministry of Tides/ 1",
            PrintGroups(facet));
        Assert.Equal(
            "IS/Ministry of Tides/", facet.Values.Single(value => value.Value == "Lamp Keeper, Ministry of Tides, Iceland").Parent);
        Assert.Equal("IS/", facet.Values.Single(value => value.Value == "Keeper, Iceland").Parent);
        Assert.Equal("/World Lamp League/", facet.Values.Single(value => value.Value == "World Lamp League").Parent);
        Assert.Null(facet.Values.Single(value => value.Value == "A keeper").Parent);
        Assert.Equal(1, facet.Missing);
    }

    [Fact]
    public async Task IssuerGroups_Counts_FollowQueryAndEveryFilterButTheirOwn()
    {
        var engine = await OfficesAsync();
        var filters = SearchFilters.None with { Source = Only("Buoy"), Issuer = Only("MT/") };

        Assert.Equal("IS/ 2, > IS/Ministry of Tides/ 2, MT/ 0", PrintGroups(await FacetAsync(engine, FacetName.Issuer, filters)));
        Assert.Equal(
            "IS/ 1, > IS/Ministry of Tides/ 1, MT/ 0",
            PrintGroups(await FacetAsync(engine, FacetName.Issuer, filters, query: Match.Word("tide"))));
    }

    [Fact]
    public async Task IssuerGroups_ChosenOrAboveAValue_AreShownPastTheSize()
    {
        var engine = await OfficesAsync();

        var facet = await FacetAsync(
            engine, FacetName.Issuer, SearchFilters.None with { Issuer = Except("MT/Ministry of Tides/") }, size: 1);

        Assert.Equal("Harbour Master, Ministry of Tides, Iceland 2, other 7, none 1", Print(facet));
        Assert.Equal("IS/ 6, > IS/Ministry of Tides/ 4, MT/ 1, > MT/Ministry of Tides/ 1", PrintGroups(facet));
    }

    [Fact]
    public async Task IssuerGroups_OfOtherFacets_AreNone()
    {
        var engine = await OfficesAsync();

        Assert.Empty((await FacetAsync(engine, FacetName.Source, SearchFilters.None)).Groups);
        var counts = await engine.FacetAsync(
            new FacetRequest(new SearchRequest { Query = Match.Everything }, FacetName.Issuer, "", 0, 5), Cancellation);
        Assert.Empty(counts.Groups);
    }
}
