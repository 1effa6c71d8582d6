using Search.Archive;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Countries;
using Search.Core.Statements;
using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    /// <summary>Six statements that differ in every facet.</summary>
    private Task<ISearchEngine> FleetAsync() => WithAsync(
        new("1")
        {
            Body = "tide one",
            Countries = "JP US",
            Issuer = "Board of Lights",
            Source = "Buoy",
            Kind = StatementKind.Speech,
            Issued = Day(2030, 1, 10),
        },
        new("2")
        {
            Body = "tide two",
            Countries = "JP",
            Issuer = "Board of Lights",
            Source = "Buoy",
            Kind = StatementKind.Statement,
            Issued = Day(2030, 2, 10),
        },
        new("3")
        {
            Body = "tide three",
            Countries = "US kr",
            Issuer = "Ministry of Tides",
            Source = "Anchor",
            Kind = StatementKind.Statement,
            Issued = Day(2030, 3, 10),
        },
        new("4")
        {
            Body = "tide four",
            Countries = "FR",
            Issuer = "Ministry of Tides",
            Source = "Anchor",
            Language = "es",
            Issued = Day(2030, 4, 10),
        },
        new("5") { Body = "tide five", Countries = "kr", Source = "Anchor", Language = null, Issued = null },
        new("6")
        {
            Body = "ebb six",
            Countries = "US",
            Issuer = "Office of Sails",
            Source = "Chart",
            Kind = StatementKind.Answer,
            Issued = Day(2031, 1, 1),
        });

    private static async Task<FacetCounts> FacetAsync(
        ISearchEngine engine, FacetName name, SearchFilters filters, int size = 10, MatchNode? query = null)
    {
        var request = new SearchRequest
        {
            Query = query ?? Match.Everything,
            Filters = filters,
            Facets = [new FacetSelection(name, size)],
            Size = 0,
        };
        var facet = Assert.Single((await engine.SearchAsync(request, Cancellation)).Facets);
        Assert.Equal(name, facet.Name);
        return facet;
    }

    private static async Task CountsAsync(
        ISearchEngine engine, string expected, FacetName name, SearchFilters filters, int size = 10, MatchNode? query = null)
    {
        var facet = await FacetAsync(engine, name, filters, size, query);
        Assert.Equal(expected, Print(facet));
    }

    /// <summary>Values with counts, then how many others there are and how many hits have none, where there are any.</summary>
    private static string Print(FacetCounts facet) =>
        string.Join(", ", facet.Values.Select(value => $"{value.Value} {value.Count}"))
        + (facet.Other > 0 ? $", other {facet.Other}" : string.Empty)
        + (facet.Missing > 0 ? $", none {facet.Missing}" : string.Empty);

    [Fact]
    public async Task Facets_OfEverything_CountEachValueMostFrequentFirst()
    {
        var engine = await FleetAsync();

        await CountsAsync(engine, "US 3, JP 2, FR 1, none 1", FacetName.Country, SearchFilters.None);
        await CountsAsync(
            engine, "Board of Lights 2, Ministry of Tides 2, Office of Sails 1, none 1", FacetName.Issuer, SearchFilters.None);
        await CountsAsync(engine, "Anchor 3, Buoy 2, Chart 1", FacetName.Source, SearchFilters.None);
        await CountsAsync(engine, "statement 4, answer 1, speech 1", FacetName.Kind, SearchFilters.None);
        await CountsAsync(engine, "en 4, es 1, none 1", FacetName.Language, SearchFilters.None);
    }

    [Fact]
    public async Task Facets_FollowTheQuery() =>
        await CountsAsync(await FleetAsync(), "JP 2, US 2, FR 1, none 1", FacetName.Country, SearchFilters.None, query: Match.Word("tide"));

    [Fact]
    public async Task Facets_FollowEveryOtherFilterButNotTheirOwn()
    {
        var engine = await FleetAsync();
        var filters = SearchFilters.None with
        {
            Country = Only("JP"),
            Source = Only("Buoy", "Chart"),
            From = Day(2030, 1, 1),
            To = Day(2031, 12, 31),
        };

        await CountsAsync(engine, "JP 2, US 2", FacetName.Country, filters);
        await CountsAsync(engine, "Buoy 2, Chart 0", FacetName.Source, filters);
        await CountsAsync(engine, "Board of Lights 2", FacetName.Issuer, filters);
        await CountsAsync(
            engine, "US 2, FR 1, JP 1", FacetName.Country, filters with { Source = FacetFilter.Unrestricted, From = Day(2030, 2, 1) });
    }

    [Fact]
    public async Task Facets_SeveralInOneSearch_ComeInTheOrderAskedFor()
    {
        var request = new SearchRequest
        {
            Query = Match.Everything,
            Filters = SearchFilters.None with { Source = Only("Buoy") },
            Facets = [new FacetSelection(FacetName.Source), new FacetSelection(FacetName.Country), new FacetSelection(FacetName.Kind)],
        };

        var page = await (await FleetAsync()).SearchAsync(request, Cancellation);

        Assert.Equal(
            ["Anchor 3, Buoy 2, Chart 1", "JP 2, US 1", "speech 1, statement 1"],
            page.Facets.Select(Print));
    }

    [Fact]
    public async Task Facets_PastTheSize_AreCountedAsOther()
    {
        var engine = await FleetAsync();

        await CountsAsync(engine, "US 3, other 2, none 1", FacetName.Country, SearchFilters.None, size: 1);
        await CountsAsync(engine, ", other 3, none 1", FacetName.Country, SearchFilters.None, size: 0);
    }

    [Fact]
    public async Task Facets_ChosenAndExcludedValues_AreAlwaysShown()
    {
        var engine = await FleetAsync();

        await CountsAsync(
            engine, "US 3, FR 1, other 1, none 1", FacetName.Country, SearchFilters.None with { Country = Only("FR") }, size: 1);
        await CountsAsync(
            engine, "US 3, FR 1, other 1, none 1", FacetName.Country, SearchFilters.None with { Country = Except("FR") }, size: 1);
        await CountsAsync(
            engine,
            "JP 2, US 2, FR 1, ZZ 0, none 1",
            FacetName.Country,
            SearchFilters.None with { Country = Only("ZZ") },
            query: Match.Word("tide"));
    }

    [Fact]
    public async Task Facets_CountryKinds_DecideWhatIsCounted()
    {
        var engine = await FleetAsync();

        await CountsAsync(engine, "US 3, JP 2, KR 2, FR 1", FacetName.Country, SearchFilters.None with { CountryKinds = MentionKinds.All });
        await CountsAsync(engine, "KR 2, none 4", FacetName.Country, SearchFilters.None with { CountryKinds = MentionKinds.Capital });
    }

    [Fact]
    public async Task Facets_CountryNamedTwice_CountsOnce()
    {
        var engine = await WithAsync(new StatementBuilder("1") { Countries = "JP JP jp US" });

        await CountsAsync(engine, "JP 1, US 1", FacetName.Country, SearchFilters.None with { CountryKinds = MentionKinds.All });
    }

    [Fact]
    public async Task Facets_WithoutHits_AreEmpty() =>
        await CountsAsync(await FleetAsync(), "", FacetName.Country, SearchFilters.None, query: Match.Word("unheard"));

    [Fact]
    public async Task Facets_OnALaterPage_AreTheSame()
    {
        var engine = await FleetAsync();
        var request = new SearchRequest
        {
            Query = Match.Everything,
            Size = 2,
            Facets = [new FacetSelection(FacetName.Source)],
            Histogram = true,
        };
        var first = await engine.SearchAsync(request, Cancellation);

        var second = await engine.SearchAsync(request with { After = first.Next }, Cancellation);

        Assert.Equal(Print(first.Facets[0]), Print(second.Facets[0]));
        Assert.Equal(first.Histogram!.Buckets, second.Histogram!.Buckets);
        Assert.Equal(6, second.Total);
    }

    [Theory]
    [InlineData("", 0, 2, "Board of Lights 2, Ministry of Tides 2")]
    [InlineData("", 2, 2, "Office of Sails 1, École de Phares 1")]
    [InlineData("", 4, 2, "")]
    [InlineData("min", 0, 5, "Ministry of Tides 2")]
    [InlineData("ecole", 0, 5, "École de Phares 1")]
    [InlineData("ÉCOLE D", 0, 5, "École de Phares 1")]
    [InlineData("tides", 0, 5, "Ministry of Tides 2")]
    [InlineData("of ti", 0, 5, "Ministry of Tides 2")]
    [InlineData("ides", 0, 5, "")]
    public async Task Facet_ByPrefix_GivesItsValuesByPages(string prefix, int offset, int size, string expected)
    {
        var engine = await FleetAsync();
        await WriteAsync(engine, new StatementBuilder("7") { Issuer = "École de Phares" });

        var facet = await engine.FacetAsync(
            new FacetRequest(new SearchRequest { Query = Match.Everything }, FacetName.Issuer, prefix, offset, size), Cancellation);

        Assert.Equal(FacetName.Issuer, facet.Name);
        Assert.Equal(expected, string.Join(", ", facet.Values.Select(value => $"{value.Value} {value.Count}")));
    }

    [Fact]
    public async Task Facet_ByPrefix_FollowsQueryAndOtherFiltersButNotItsOwn()
    {
        var engine = await FleetAsync();
        var search = new SearchRequest
        {
            Query = Match.Word("tide"),
            Filters = SearchFilters.None with { Country = Only("US"), Issuer = Only("Office of Sails") },
        };

        var facet = await engine.FacetAsync(new FacetRequest(search, FacetName.Issuer, "", 0, 10), Cancellation);

        Assert.Equal(
            "Board of Lights 1, Ministry of Tides 1", string.Join(", ", facet.Values.Select(value => $"{value.Value} {value.Count}")));
    }

    [Fact]
    public async Task Facet_WithMoreValuesThanAPage_GivesEachOnce()
    {
        var engine = await WithAsync(
            [.. Enumerable.Range(0, 70).Select(number => new StatementBuilder($"{number}") { Issuer = $"Office {number:00}" })]);
        var values = new List<string>();
        for (var offset = 0; offset < 70; offset += 20)
        {
            var request = new FacetRequest(new SearchRequest { Query = Match.Everything }, FacetName.Issuer, "off", offset, 20);
            values.AddRange((await engine.FacetAsync(request, Cancellation)).Values.Select(value => value.Value));
        }

        Assert.Equal(Enumerable.Range(0, 70).Select(number => $"Office {number:00}"), values);
    }

    [Fact]
    public async Task Count_SeveralQueries_InTheirOrderUnderTheFilters()
    {
        var engine = await FleetAsync();

        var counts = await engine.CountAsync(
            [Match.Word("tide"), Match.Word("ebb"), Match.Everything, Match.Nothing],
            SearchFilters.None with { Country = Only("US") },
            Cancellation);

        Assert.Equal([2, 1, 3, 0], counts);
        Assert.Empty(await engine.CountAsync([], SearchFilters.None, Cancellation));
    }
}
