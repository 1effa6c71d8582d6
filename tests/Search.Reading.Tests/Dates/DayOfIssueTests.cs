using Search.Reading.Files;

namespace Search.Reading.Tests.Dates;

/// <summary>Which of the days that a page names is its own, and what its numbers mean there.</summary>
public class DayOfIssueTests
{
    private const string English = "The keepers of the northern cape have asked for oil, and the council has answered them in a letter. "
        + "They will receive twelve barrels before the winter and a new lamp in the spring of next year.";

    private const string Korean = "등대 협의회는 북쪽 곶의 등대지기들이 요청한 기름을 겨울이 오기 전에 보내기로 결정하였다고 밝혔다. "
        + "협의회는 내년 봄에 새 등불을 설치할 예정이며 마을 주민들에게 감사를 표하였다.";

    private const string Japanese = "灯台評議会は、北の岬の灯台守が求めた油を冬の前に送ることを決定した。評議会は来春に新しい灯を設置する予定であり、"
        + "村の人々に感謝する。灯台守は評議会の決定を歓迎した。";

    private const string Portuguese = "Os guardas do cabo norte pediram óleo ao conselho, e o conselho respondeu numa carta que foi lida. "
        + "Eles receberão doze barris antes do inverno e uma nova lâmpada na primavera do próximo ano.";

    [Theory]
    [InlineData("24.9.13.", Korean, "2024-09-13")]
    [InlineData("24.12.5.", Korean, "2024-12-05")]
    [InlineData("05/03/08", Korean, "2005-03-08")]
    [InlineData("'19.1.2.(수)", Korean, "2019-01-02")]
    [InlineData("24.9.13.", Japanese, null)]
    [InlineData("24年9月13日", Japanese, null)]
    [InlineData("平成24年9月13日", Japanese, "2012-09-13")]
    [InlineData("24.9.13.", Portuguese, "2013-09-24")]
    [InlineData("04/12/2024", Portuguese, "2024-12-04")]
    [InlineData("04/12/2024", English, null)]
    [InlineData("04.12.2024", English, "2024-12-04")]
    public async Task ReadAsync_DayInNumbers_IsReadAsItsLanguageWritesThem(string printed, string text, string? expected) =>
        await AssertIssuedAsync(expected, Page("", printed, text));

    [Theory]
    [InlineData("2025-06-01", "13 September 2024", "2024-09-13")]
    [InlineData("2024-09-20T08:00:00Z", "13 septembre 2024", "2024-09-13")]
    [InlineData("2024-09-13", "1403", "2024-09-13")]
    public async Task ReadAsync_DayBelowTheTitle_GoesBeforeTheMetaElements(string machine, string printed, string expected) =>
        await AssertIssuedAsync(expected, Page($"<meta property='article:published_time' content='{machine}'>", printed, English));

    [Theory]
    [InlineData("CAPE TOWN, 13 September 2024 — ", "2024-09-13")]
    [InlineData("Harbour, September 13 (LNA) -- ", "2024-09-13")]
    [InlineData("Porto, 1º de setembro de 2024 – ", "2024-09-01")]
    public async Task ReadAsync_DayInTheDateline_GoesBeforeTheMetaElements(string dateline, string expected) =>
        await AssertIssuedAsync(expected, Page("<meta name='date' content='2024-11-20'>", "Press office", dateline + English));

    [Theory]
    [InlineData("13 September 2204")]
    [InlineData("2031-02-01")]
    [InlineData("13 September 1524")]
    [InlineData("13.9.0824")]
    public async Task ReadAsync_DayThatCannotBe_FallsBackToTheNext(string printed) =>
        await AssertIssuedAsync("2024-11-20", Page("<meta name='date' content='2024-11-20'>", printed, English));

    [Theory]
    [InlineData("<meta name='date' content='2024-09'>", "Press office", "2024-09")]
    [InlineData("<meta name='date' content='2024'>", "Press office", "2024")]
    [InlineData("<meta name='date' content='2024-09'>", "13 September 2024", "2024-09-13")]
    [InlineData("", "Date: September 2024", "2024-09")]
    [InlineData("", "Date: 2024", "2024")]
    [InlineData("<meta name='date' content='2024-11-20'>", "Date: September 2024", "2024-09")]
    [InlineData("<meta name='date' content='2024-09-20'>", "Date: September 2024", "2024-09-20")]
    [InlineData("<meta name='date' content='2024-11-20'>", "The budget of 2023", "2024-11-20")]
    public async Task ReadAsync_MonthOrYearAlone_IsTheDateUnlessADayOfItIsNamed(string head, string printed, string expected) =>
        await AssertIssuedAsync(expected, Page(head, printed, English));

    [Theory]
    [InlineData("13 September 1848", null)]
    [InlineData("13 September 1848</p><h2>Papers of the council</h2><p>13 September 1848", "1848-09-13")]
    [InlineData("13 September 1124</p><h2>Papers of the council</h2><p>13 September 1124", null)]
    public async Task ReadAsync_YearLongAgo_IsOfIssueWhereThePageSaysItTwice(string printed, string? expected) =>
        await AssertIssuedAsync(expected, Page("", printed, English));

    [Theory]
    [InlineData("الجمعة 10 ربيع الأول 1446 هـ الموافق 13 سبتمبر 2024 م", "2024-09-13")]
    [InlineData("9 ربيع الأول 1446 هـ - 13 سبتمبر 2024", "2024-09-13")]
    [InlineData("13 سبتمبر 2024 - 9 ربيع الأول 1446", "2024-09-13")]
    [InlineData("10 ربيع الأول 1446 هـ", "2024-09-13")]
    public async Task ReadAsync_LunarDayBesideTheCommonOne_TheCommonOneCounts(string printed, string expected) =>
        await AssertIssuedAsync(expected, Page("", printed, English));

    [Theory]
    [InlineData("2024-09-13", "", "2024-09-13")]
    [InlineData("13 septembre 2024", "", "2024-09-13")]
    [InlineData("۱۴۰۳-۰۶-۲۳", "", "2024-09-13")]
    [InlineData("平成30年9月13日", "", "2018-09-13")]
    [InlineData("04/12/2024", "\"language\":\"pt\",", "2024-12-04")]
    [InlineData("04/12/2024", "\"url\":\"https://lamps.gov/1\",", "2024-04-12")]
    [InlineData("1848-03-02", "", "1848-03-02")]
    [InlineData("2031-03-04", "", "2031-03-04")]
    public async Task ReadAsync_JsonLine_HasTheSameReaderOfDays(string printed, string fields, string expected)
    {
        var line = "{" + fields + "\"title\":\"On lamps\",\"date\":\"" + printed + "\",\"text\":\"" + English + "\"}";

        Assert.Equal(DateOnly.Parse(expected), Assert.Single(await Reading.AllAsync(line, "a.jsonl", s_options)).Statement!.Issued);
    }

    [Theory]
    [InlineData("04/12/2024")]
    [InlineData("soon")]
    [InlineData("0001-01-01")]
    public async Task ReadAsync_JsonLineWithADateThatIsNoDay_IsAFault(string printed)
    {
        var line = $$"""{"title":"On lamps","date":"{{printed}}","text":"{{English}}"}""";

        Assert.Contains(printed, Assert.Single(await Reading.AllAsync(line, "a.jsonl", s_options)).Fault!.Reason, StringComparison.Ordinal);
    }

    private static readonly ReadOptions s_options = new(Explain: true) { LastDay = new DateOnly(2030, 6, 2) };

    private static string Page(string head, string line, string text) =>
        $"<html><head><meta charset=utf-8>{head}</head><body><main><h1>Statement on the lamps of the cape</h1><p>{line}</p><p>{text}</p>"
            + $"<p>{text[..(text.Length / 2)]}.</p></main></body></html>";

    private static async Task<ReadResult> ReadAsync(string html) => Assert.Single(await Reading.AllAsync(html, "a.html", s_options));

    private static async Task AssertIssuedAsync(string? expected, string html)
    {
        var result = await ReadAsync(html);

        Assert.Null(result.Fault);
        Assert.Equal(expected, result.Statement!.Issued?.ToString());
    }
}
