using Microsoft.AspNetCore.Http;
using Search.Service.Requests;
using Search.Web.Pages.Layout;

namespace Search.Web.Tests.Pages;

public sealed class SearchUrlTests
{
    private static readonly SearchUrl s_url = From("?q=a+b&country=JP&country=-US&cursor=x&unknown=1");

    [Fact]
    public void ToString_KeepsWhatIsKnown() => Assert.Equal("/?q=a%20b&country=JP&country=-US&cursor=x", s_url.ToString());

    /// <summary>Parameters are read in any case; a link that lost one would widen the search unnoticed.</summary>
    [Fact]
    public void From_NameInAnotherCase_KeepsTheParameter() =>
        Assert.Equal("/?country=JP&sort=newest", From("?Country=JP&SORT=newest").ToString());

    [Fact]
    public void Toggle_Chosen_TakesItAwayAndStartsAtTheFirstPage() =>
        Assert.Equal("/?q=a%20b&country=-US", s_url.Toggle("country", "JP").ToString());

    [Fact]
    public void Toggle_Excluded_ChoosesIt() =>
        Assert.Equal("/?q=a%20b&country=JP&country=US", s_url.Toggle("country", "US").ToString());

    [Fact]
    public void ToggleExcluded_Chosen_ExcludesIt() =>
        Assert.Equal("/?q=a%20b&country=-US&country=-JP", s_url.ToggleExcluded("country", "JP").ToString());

    [Fact]
    public void With_Null_TakesTheParameterAway() =>
        Assert.Equal("/?country=JP&country=-US", s_url.With(SearchParameters.Query, null).ToString());

    [Fact]
    public void Between_SetsBothDays() =>
        Assert.Equal("/?from=2030-01-01&to=2030-01-31", SearchUrl.Empty.Between(new(2030, 1, 1), new(2030, 1, 31)).ToString());

    [Fact]
    public void NextPage_ManyTimes_KeepsTheWayBackWithinBounds()
    {
        var url = From("?q=a&size=10");
        for (var page = 1; page <= 30; page++)
        {
            url = url.NextPage($"cursor-{page}", 10);
        }

        Assert.Equal(300, url.Before);
        Assert.Equal(20, url.Parameters.Count(pair => pair.Key == "passed"));
        Assert.Equal("cursor-29", url.PreviousPage(10)![SearchParameters.Cursor]);
        Assert.Equal(290, url.PreviousPage(10)!.Before);
        Assert.Equal("/?q=a&size=10", url.FirstPage().ToString());
    }

    [Theory]
    [InlineData("?q=a&cursor=x&at=21", "/?q=a")]
    [InlineData("?q=a&cursor=x&at=421", null)]
    [InlineData("?q=a&cursor=x&at=421&passed=401.y", "/?q=a&cursor=y&at=401")]
    [InlineData("?q=a&cursor=x&at=nonsense&passed=nonsense", null)]
    [InlineData("?q=a&cursor=x", null)]
    public void PreviousPage_WhatTheAddressKnows(string query, string? expected) =>
        Assert.Equal(expected, From(query).PreviousPage(20)?.ToString());

    private static SearchUrl From(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        return SearchUrl.From(context.Request);
    }
}
