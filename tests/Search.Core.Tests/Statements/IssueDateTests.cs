using System.Text.Json;
using Search.Core.Statements;

namespace Search.Core.Tests.Statements;

public sealed class IssueDateTests
{
    [Theory]
    [InlineData("2024-09-13", "2024-09-13", "2024-09-13")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2023-12", "2023-12-01", "2023-12-31")]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("9999", "9999-01-01", "9999-12-31")]
    public void TryParse_WhatIsWritten_HasItsBoundsAndIsWrittenAgain(string text, string first, string last)
    {
        Assert.True(IssueDate.TryParse(text, out var date));
        Assert.Equal((DateOnly.Parse(first), DateOnly.Parse(last)), (date.First, date.Last));
        Assert.Equal(text, date.ToString());
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(date));
        Assert.Equal(date, JsonSerializer.Deserialize<IssueDate>($"\"{text}\""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("24")]
    [InlineData("2024-9")]
    [InlineData("2024-13")]
    [InlineData("2024-02-30")]
    [InlineData("2024-09-13T00:00")]
    [InlineData("0000")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(IssueDate.TryParse(text, out _));

    [Fact]
    public void Around_EveryDayOfAYear_IsTheSameYear()
    {
        var days = Enumerable.Range(0, 366).Select(day => new DateOnly(2024, 1, 1).AddDays(day));

        Assert.Single(days.Select(day => IssueDate.Around(day, DatePrecision.Year)).Distinct());
        Assert.Equal(12, days.Select(day => IssueDate.Around(day, DatePrecision.Month)).Distinct().Count());
        Assert.NotEqual<IssueDate>(new(2024, 1, 1), IssueDate.Around(new DateOnly(2024, 1, 1), DatePrecision.Year));
    }

    [Theory]
    [InlineData("2024", "2024-05-01", "2024-05-31", true, false)]
    [InlineData("2024", "2024-01-01", "2024-12-31", true, true)]
    [InlineData("2024", "2024-12-31", null, true, false)]
    [InlineData("2024", null, "2023-12-31", false, false)]
    [InlineData("2024-05", "2024-05-01", "2024-05-31", true, true)]
    [InlineData("2024-05", "2024-05-31", "2024-06-30", true, false)]
    [InlineData("2024-05-05", "2024-05-05", "2024-05-05", true, true)]
    [InlineData("2024", null, null, true, true)]
    [InlineData("2024", "2024-06-01", "2024-05-01", false, false)]
    public void TouchesAndIsWithin_Range_CountEveryDay(string text, string? from, string? to, bool touches, bool within)
    {
        Assert.True(IssueDate.TryParse(text, out var date));
        DateOnly? first = from is null ? null : DateOnly.Parse(from);
        DateOnly? last = to is null ? null : DateOnly.Parse(to);

        Assert.Equal(touches, date.Touches(first, last));
        Assert.Equal(within, touches && date.IsWithin(first, last));
    }
}
