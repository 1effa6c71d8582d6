using Search.Archive;
using Search.Archive.Searching;
using Search.Core.Countries;
using Search.Core.Statements;
using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    [Theory]
    [InlineData(FacetName.Country, "JP", "1 2")]
    [InlineData(FacetName.Country, "KR", "")]
    [InlineData(FacetName.Issuer, "Board of Lights", "1 2")]
    [InlineData(FacetName.Issuer, "Board", "")]
    [InlineData(FacetName.Source, "Anchor", "3 4 5")]
    [InlineData(FacetName.Kind, "speech", "1")]
    [InlineData(FacetName.Language, "es", "4")]
    [InlineData(FacetName.Country, null, "5")]
    [InlineData(FacetName.Issuer, null, "5")]
    [InlineData(FacetName.Language, null, "5")]
    [InlineData(FacetName.Source, null, "")]
    public async Task FacetNode_AndFilter_FindStatementsWithTheValue(FacetName facet, string? value, string expected)
    {
        var engine = await FleetAsync();

        await FindsAsync(engine, expected, Match.Facet(facet, value));
        await FindsAsync(engine, expected, With(facet, Only(value)));
    }

    [Fact]
    public async Task FacetNode_InsideDisjunctionsAndNegations_CountsAsAnyOther()
    {
        var engine = await FleetAsync();

        await FindsAsync(engine, "1 2 4", Match.Or(Match.Facet(FacetName.Country, "JP"), Match.Word("four")));
        await FindsAsync(engine, "2 5", Match.And(
            Match.Word("tide"),
            Match.Or(Match.Word("two"), Match.Not(Match.Facet(FacetName.Issuer, "Board of Lights"))),
            Match.Not(Match.Facet(FacetName.Country, "US")),
            Match.Not(Match.Facet(FacetName.Country, "FR"))));
        await FindsAsync(engine, "1 5", Match.Or(Match.Facet(FacetName.Kind, "speech"), Match.Undated));
    }

    [Fact]
    public async Task Filter_SeveralIncluded_AreAlternatives()
    {
        var engine = await FleetAsync();

        await FindsAsync(engine, "1 2 4", SearchFilters.None with { Country = Only("JP", "FR") });
        await FindsAsync(engine, "1 2 5", SearchFilters.None with { Country = Only("JP", null) });
    }

    [Fact]
    public async Task Filter_SeveralCountriesAllWanted_IsOfStatementsThatNameEachOfThem()
    {
        var engine = await FleetAsync();

        await FindsAsync(engine, "1", SearchFilters.None with { Country = Only("JP", "US") with { All = true } });
        await FindsAsync(engine, "1 2", SearchFilters.None with { Country = Only("JP") with { All = true } });
        await FindsAsync(engine, "5", SearchFilters.None with { Country = Only((string?)null) with { All = true } });
        await FindsAsync(engine, "", SearchFilters.None with { Country = Only("JP", null) with { All = true } });
        await FindsAsync(engine, "", SearchFilters.None with { Country = Only("JP", "ZZ") with { All = true } });
        await FindsAsync(
            engine, "", SearchFilters.None with { Country = new FacetFilter(["JP", "US"], ["US"]) { All = true } });
    }

    [Fact]
    public async Task Filter_Excluded_TakesAwayStatementsThatHaveIt()
    {
        var engine = await FleetAsync();

        await FindsAsync(engine, "2 4 5", SearchFilters.None with { Country = Except("US") });
        await FindsAsync(engine, "2 4", SearchFilters.None with { Country = Except("US", null) });
        await FindsAsync(engine, "1 2 3 4 6", SearchFilters.None with { Issuer = Except((string?)null) });
    }

    [Fact]
    public async Task Filter_IncludedAndExcluded_NeedsBoth() =>
        await FindsAsync(await FleetAsync(), "2", SearchFilters.None with { Country = new FacetFilter(["JP"], ["US"]) });

    [Fact]
    public async Task Filter_OfSeveralFacetsAndDates_AllCount()
    {
        var engine = await FleetAsync();

        await FindsAsync(engine, "3", Match.Word("tide"), SearchFilters.None with { Country = Only("US"), Source = Only("Anchor") });
        await FindsAsync(engine, "2", Match.Word("tide"), SearchFilters.None with { Source = Only("Buoy"), From = Day(2030, 2, 1) });
        await FindsAsync(engine, "", Match.Word("ebb"), SearchFilters.None with { Source = Only("Buoy") });
    }

    [Fact]
    public async Task Filter_UnknownValue_FindsNoneAndHurtsNothing() =>
        await FindsAsync(await FleetAsync(), "", SearchFilters.None with { Issuer = Only("Nobody's \"Office\" \\ ' ; --") });

    [Fact]
    public async Task Filter_CountryKinds_DecideWhatNamesACountry()
    {
        var engine = await FleetAsync();

        await FindsAsync(engine, "", SearchFilters.None with { Country = Only("KR") });
        await FindsAsync(engine, "3 5", SearchFilters.None with { Country = Only("KR"), CountryKinds = MentionKinds.All });
        await FindsAsync(engine, "3 5", SearchFilters.None with { Country = Only("KR"), CountryKinds = MentionKinds.Capital });
        await FindsAsync(engine, "1 2 4 6", SearchFilters.None with { Country = Only((string?)null), CountryKinds = MentionKinds.Capital });
    }

    [Fact]
    public async Task FacetNode_Country_FollowsTheCountryKinds()
    {
        var engine = await FleetAsync();

        await FindsAsync(engine, "3 5", Match.Facet(FacetName.Country, "KR"), SearchFilters.None with { CountryKinds = MentionKinds.All });
        await FindsAsync(
            engine, "1 2 4 6", Match.Facet(FacetName.Country, null), SearchFilters.None with { CountryKinds = MentionKinds.Capital });
    }

    [Theory]
    [InlineData("2030-02-10", "2030-03-10", "2 3")]
    [InlineData("2030-02-11", "2030-03-09", "")]
    [InlineData("2030-03-11", null, "4 6")]
    [InlineData(null, "2030-01-10", "1")]
    [InlineData("2030-02-10", "2030-02-10", "2")]
    [InlineData("2030-03-01", "2030-01-01", "")]
    public async Task Dates_NodeAndFilter_AreInclusiveAndLeaveOutUndated(string? from, string? to, string expected) =>
        await FindsBetweenAsync(await FleetAsync(), expected, from, to);

    [Fact]
    public async Task Dates_Node_UndatedAndNegations()
    {
        var engine = await FleetAsync();

        await FindsAsync(engine, "5", Match.Undated);
        await FindsAsync(engine, "1 2 3 4 6", Match.Not(Match.Undated));
        await FindsAsync(engine, "1 2 5", Match.Not(Match.Issued(Day(2030, 3, 1), null)));
    }

    /// <summary>As a node and as a filter.</summary>
    private static async Task FindsBetweenAsync(ISearchEngine engine, string expected, string? from, string? to)
    {
        DateOnly? first = from is null ? null : DateOnly.Parse(from);
        DateOnly? last = to is null ? null : DateOnly.Parse(to);

        await FindsAsync(engine, expected, Match.Issued(first, last));
        await FindsAsync(engine, expected, SearchFilters.None with { From = first, To = last });
    }

    private static SearchFilters With(FacetName facet, FacetFilter filter) => facet switch
    {
        FacetName.Issuer => SearchFilters.None with { Issuer = filter },
        FacetName.Country => SearchFilters.None with { Country = filter },
        FacetName.Source => SearchFilters.None with { Source = filter },
        FacetName.Kind => SearchFilters.None with { Kind = filter },
        _ => SearchFilters.None with { Language = filter },
    };
}
