using Search.Web.Pages.Layout;

namespace Search.Web.Tests.Pages;

public sealed class WordingTests
{
    [Theory]
    [InlineData("2030-05-17", "2030-05-17", "17 May 2030")]
    [InlineData("2028-02-01", "2028-02-29", "February 2028")]
    [InlineData("2030-01-01", "2030-12-31", "2030")]
    [InlineData("1990-01-01", "1999-12-31", "1990 to 1999")]
    [InlineData("2030-05-17", "2030-06-30", "17 May 2030 to 30 June 2030")]
    [InlineData("0001-01-01", "0001-01-01", "1 January 0001")]
    [InlineData("0001-01-01", "0099-12-31", "0001 to 0099")]
    [InlineData("9999-12-31", "9999-12-31", "31 December 9999")]
    [InlineData("9999-12-01", "9999-12-31", "December 9999")]
    [InlineData("9999-01-01", "9999-12-31", "9999")]
    [InlineData("9900-01-01", "9999-12-31", "9900 to 9999")]
    public void Period_Bounds_ReadAsPeopleSayThem(string from, string to, string expected) =>
        Assert.Equal(expected, Wording.Period(DateOnly.Parse(from), DateOnly.Parse(to)));

    [Theory]
    [InlineData("statement", 0, "0 statements")]
    [InlineData("statement", 1, "1 statement")]
    [InlineData("statement", 1234, "1,234 statements")]
    [InlineData("day", 2, "2 days")]
    [InlineData("earlier version", 2, "2 earlier versions")]
    [InlineData("earlier version", 1, "1 earlier version")]
    public void Quantity_OfOneOrSeveral_IsAsPeopleSayIt(string thing, long count, string expected) =>
        Assert.Equal(expected, Wording.Quantity(thing, count));
}
