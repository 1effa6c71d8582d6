using Search.Archive.Searching;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Service.Requests;

namespace Search.Service.Tests.Requests;

public sealed class SearchCallReaderTests
{
    private static readonly DateOnly s_today = new(2030, 6, 1);

    [Fact]
    public void TryRead_Nothing_EverythingNewestFirst()
    {
        var call = Read(string.Empty);

        Assert.Equal(SortOrder.Newest, call.Request.Sort);
        Assert.Equal(20, call.Request.Size);
        Assert.Equal(SearchFilters.None, call.Request.Filters);
        Assert.Equal(5, call.Request.Facets.Count);
    }

    [Fact]
    public void TryRead_Query_SortsByRelevance() => Assert.Equal(SortOrder.Relevance, Read("q=harbour").Request.Sort);

    [Fact]
    public void TryRead_RepeatedFacet_IncludesAny() =>
        Assert.Equal(["JP", "US"], Read("country=JP&country=us&country=JP").Request.Filters.Country.Included);

    [Fact]
    public void TryRead_Minus_Excludes()
    {
        var filter = Read("issuer=-Ministry+of+Tides&issuer=-none").Request.Filters.Issuer;

        Assert.Empty(filter.Included);
        Assert.Equal(["Ministry of Tides", null], filter.Excluded);
    }

    [Fact]
    public void TryRead_None_SelectsWithout() => Assert.Equal([null], Read("language=none").Request.Filters.Language.Included);

    [Fact]
    public void TryRead_EmptyValues_CountAsNotGiven() =>
        Assert.Equal(SearchFilters.None, Read("from=&to=&issuer=&match=&size=&sort=").Request.Filters);

    [Fact]
    public void TryRead_CountryKinds_AreASet() =>
        Assert.Equal(MentionKinds.Name | MentionKinds.InsideName, Read("countryKinds=name,inside-name").Request.Filters.CountryKinds);

    [Theory]
    [InlineData("country=JP&country=US&countryMatch=all", true)]
    [InlineData("country=JP&country=US&countryMatch=any", false)]
    [InlineData("country=JP&country=US", false)]
    [InlineData("country=JP&country=-US&countryMatch=all", false)]
    public void TryRead_CountryMatch_WantsAllOfSeveral(string parameters, bool all) =>
        Assert.Equal(all, Read(parameters).Request.Filters.Country.All);

    [Fact]
    public void TryRead_Dates_AreInclusiveIso()
    {
        var filters = Read("from=2024-02-29&to=2024-02-29").Request.Filters;

        Assert.Equal((new DateOnly(2024, 2, 29), new DateOnly(2024, 2, 29)), (filters.From, filters.To));
    }

    [Theory]
    [InlineData("from=01/02/2024", "from", "no date of the form yyyy-MM-dd")]
    [InlineData("from=2023-02-29", "from", "no date")]
    [InlineData("to=2024-9-1", "to", "no date")]
    [InlineData("to=20240901", "to", "no date")]
    [InlineData("from=2024-09-02&to=2024-09-01", "from", "is after to")]
    [InlineData("size=0", "size", "no whole number from 1 to 100")]
    [InlineData("size=101", "size", "no whole number from 1 to 100")]
    [InlineData("size=ten", "size", "'ten'")]
    [InlineData("size=1&size=2", "size", "more than once")]
    [InlineData("q=a&q=b", "q", "more than once")]
    [InlineData("sort=best", "sort", "none of relevance, newest, oldest")]
    [InlineData("match=some", "match", "none of all, any")]
    [InlineData("kind=Sermon", "kind", "none of other, press-statement")]
    [InlineData("kind=-", "kind", "minus without a value")]
    [InlineData("country=Japan", "country", "Did you mean JP?")]
    [InlineData("country=QQ", "country", "no ISO 3166")]
    [InlineData("language=en_US", "language", "no BCP 47 tag")]
    [InlineData("countryMatch=both", "countryMatch", "none of any, all")]
    [InlineData("countryKinds=nickname", "countryKinds", "none of name")]
    [InlineData("issuer=a%00b", "issuer", "control character (U+0000) at position 1")]
    [InlineData("cursor=abc", "cursor", "belongs to another search")]
    [InlineData("cursor=%25%25", "cursor", "belongs to another search")]
    [InlineData("isuer=x", "isuer", "Did you mean issuer?")]
    [InlineData("contry=JP", "contry", "Did you mean country?")]
    [InlineData("zzz=1", "zzz", "There are: q, match")]
    public void TryRead_WrongParameter_NamesItAndSaysWhat(string query, string name, string message)
    {
        Assert.False(SearchCallReader.TryRead(Pairs(query), s_today, out _, out var fault));

        Assert.Contains(fault.Parameters, error => error.Name == name && error.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void TryRead_SeveralFaults_AreAllTold()
    {
        Assert.False(SearchCallReader.TryRead(Pairs("size=0&from=x&q=%22open"), s_today, out _, out var fault));

        Assert.Equal(["from", "size"], fault.Parameters.Select(error => error.Name).Order());
        Assert.NotNull(fault.Query);
    }

    [Fact]
    public void TryRead_NulInQuery_SaysWhereAndRepairs()
    {
        Assert.False(SearchCallReader.TryRead(Pairs("q=har%00bour"), s_today, out _, out var fault));

        Assert.Equal((3, 1, "harbour"), (fault.Query!.Start, fault.Query.Length, fault.Query.Repaired));
    }

    [Fact]
    public void TryRead_QueryOfFiveThousandCharacters_IsOverALimit()
    {
        Assert.False(SearchCallReader.TryRead([new("q", new string('a', 5000))], s_today, out _, out var fault));

        Assert.True(fault.Query!.IsLimit);
    }

    [Fact]
    public void TryReadFacet_Cursor_IsAnOffset()
    {
        Assert.True(SearchCallReader.TryReadFacet(FacetName.Issuer, Pairs("prefix=min&size=5"), s_today, out var first, out _));
        var cursor = CursorText.Write(new SearchCursor("5", []), SearchFingerprint.Of(first));

        Assert.True(
            SearchCallReader.TryReadFacet(FacetName.Issuer, Pairs($"prefix=min&size=5&cursor={cursor}"), s_today, out var second, out _));
        Assert.Equal((5, 5, "min"), (second.Request.Offset, second.Request.Size, second.Request.Prefix));
        Assert.False(SearchCallReader.TryReadFacet(FacetName.Issuer, Pairs($"prefix=max&cursor={cursor}"), s_today, out _, out _));
    }

    private static SearchCall Read(string query)
    {
        Assert.True(SearchCallReader.TryRead(Pairs(query), s_today, out var call, out var fault), fault?.ToString());
        return call;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Pairs(string query) => query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2))
        .Select(parts => KeyValuePair.Create(parts[0], (string?)Uri.UnescapeDataString(parts[1].Replace('+', ' '))));
}
