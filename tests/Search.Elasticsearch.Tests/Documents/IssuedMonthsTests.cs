using Search.Core.Statements;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Tests.Documents;

public sealed class IssuedMonthsTests
{
    [Theory]
    [InlineData("2024-09-13", "2024-09", "2024-09-01")]
    [InlineData("2024-09", "2024-09 month", "2024-09-01")]
    [InlineData("2024", "2024-01 year", "2024-01-01")]
    [InlineData("0001-01-01", "0001-01", "0001-01-01")]
    [InlineData("9999-12-31", "9999-12", "9999-12-01")]
    public void Write_Date_IsReadAsItsMonthAndPrecision(string date, string word, string first)
    {
        Assert.True(IssueDate.TryParse(date, out var issued));

        Assert.Equal(word, IssuedMonths.Write(issued));
        var read = IssuedMonths.Read(word);
        Assert.Equal((DateOnly.Parse(first), issued.Precision), (read.First, read.Precision));
    }

    /// <summary>What is read wrongly would be counted in a month in which nothing was said.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("2024")]
    [InlineData("2024-13")]
    [InlineData("2024-09-13")]
    [InlineData("2024-09 day")]
    public void Read_AnythingElse_IsDamage(string word) => Assert.Throws<InvalidDataException>(() => IssuedMonths.Read(word));
}
