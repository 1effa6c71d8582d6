using Microsoft.AspNetCore.Http;
using Search.Web.Pages.Layout;

namespace Search.Web.Tests.Pages;

public sealed class TypedDatesTests
{
    [Theory]
    [InlineData("?from=2011&to=2012", "/uses?from=2011-01-01&to=2012-12-31")]
    [InlineData("?q=a%20b&from=2012-02&to=2012-02&returnedAfter=30", "/uses?q=a%20b&from=2012-02-01&to=2012-02-29&returnedAfter=30")]
    [InlineData("?FROM=2011&to=soon", "/uses?FROM=2011-01-01&to=soon")]
    [InlineData("?from=2011-05-17&to=soon", null)]
    [InlineData("?to=2012-13", null)]
    [InlineData("?from=&q=2011", null)]
    public void WithDays_AsTyped_AreDays(string query, string? expected)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = "/uses";
        context.Request.QueryString = new QueryString(query);

        Assert.Equal(expected, TypedDates.WithDays(context.Request));
    }
}
