using Microsoft.AspNetCore.Http;
using Search.Service.Requests;
using Search.Web.Pages;

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

    private static SearchUrl From(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        return SearchUrl.From(context.Request);
    }
}
