using Search.Reading.Dates;

namespace Search.Reading.Tests.Dates;

public class DateScannerTests
{
    [Theory]
    [InlineData("2024-09-13", "2024-09-13")]
    [InlineData("2024/9/13 19:30", "2024-09-13")]
    [InlineData("Date: 13/09/2024", "2024-09-13")]
    [InlineData("13.9.2024", "2024-09-13")]
    [InlineData("09/13/2024", "2024-09-13")]
    [InlineData("(13.09.24)", "2024-09-13")]
    [InlineData("2/28/22", "2022-02-28")]
    [InlineData("calendar>>November 11. 2023 Juche 112", "2023-11-11")]
    [InlineData("Wednesday, 25. November 2020", "2020-11-25")]
    [InlineData("Friday, Sept. 13th, 2024", "2024-09-13")]
    [InlineData("13-Sep-2024", "2024-09-13")]
    [InlineData("Paris, le 1er février 2024", "2024-02-01")]
    [InlineData("viernes, 13 de septiembre de 2024", "2024-09-13")]
    [InlineData("Berlin, den 13. März 2024", "2024-03-13")]
    [InlineData("13 сентября 2024 г.", "2024-09-13")]
    [InlineData("13 вересня 2024 року", "2024-09-13")]
    [InlineData("13 Eylül 2024", "2024-09-13")]
    [InlineData("2024年9月13日", "2024-09-13")]
    [InlineData("2024년 9월 13일", "2024-09-13")]
    [InlineData("令和6年9月13日", "2024-09-13")]
    [InlineData("الجمعة ١٣ سبتمبر ٢٠٢٤", "2024-09-13")]
    [InlineData("13 กันยายน 2567", "2024-09-13")]
    [InlineData("2024. szeptember 13.", "2024-09-13")]
    public void Find_OneDay_ReadsIt(string text, string expected)
    {
        var date = Assert.Single(DateScanner.Find(text));

        Assert.Equal(DateOnly.Parse(expected), date.ToDate());
    }

    [Theory]
    [InlineData("05/03/2024", true)]
    [InlineData("05/05/2024", false)]
    [InlineData("05.03.2024", false)]
    [InlineData("25/03/2024", false)]
    public void Find_TwoNumbers_AreAmbiguousOnlyWhereBothOrdersArePossible(string text, bool ambiguous) =>
        Assert.Equal(ambiguous, Assert.Single(DateScanner.Find(text)).IsAmbiguous);

    [Theory]
    [InlineData("Pyongyang, November 11 (KCNA)", 11, 11)]
    [InlineData("9月13日", 9, 13)]
    public void Find_NoYear_LeavesItOpen(string text, int month, int day)
    {
        var date = Assert.Single(DateScanner.Find(text));

        Assert.Equal((0, month, day), (date.Year, date.Month, date.Day));
    }

    [Theory]
    [InlineData("")]
    [InlineData("+375 17 327-29-22")]
    [InlineData("In May twelve people met.")]
    [InlineData("Resolution 2231 (2015)")]
    [InlineData("31.02.2024")]
    public void Find_NoDay_FindsNone(string text) => Assert.Empty(DateScanner.Find(text));
}
