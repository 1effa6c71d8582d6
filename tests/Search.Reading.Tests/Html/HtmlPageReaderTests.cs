using Search.Core.Statements;
using Search.Reading.Files;

namespace Search.Reading.Tests.Html;

/// <summary>Fictional statements in the shapes in which ministries' systems publish, in their languages and ways to write a day.</summary>
public class HtmlPageReaderTests
{
    public static TheoryData<string, string, string, string, string, string, string, int> Statements => new()
    {
        { "wordpress-en", "Lighthouse Keepers’ Day", "2024-03-05", "Department of State", "US", "en",
            "lighting more lamps together in the year ahead.", 3 },
        { "govuk", "Lamp oil agreement: Foreign Secretary's statement", "2024-09-12", "Foreign, Commonwealth & Development Office", "GB",
            "en", "enters into force on 1 January.", 6 },
        { "bitrix-ru", "Заявление МИД России в связи с Днём маяков", "2024-09-13", "Ministry of Foreign Affairs", "RU", "ru",
            "то, что сохранили наши предшественники.", 3 },
        { "spip-fr", "Journée des phares - Déclaration de la porte-parole (13.09.24)", "2024-09-13",
            "Ministry for Europe and Foreign Affairs", "FR", "fr", "Nous poursuivrons cet effort avec détermination.", 3 },
        { "typo3-de", "Auswärtiges Amt zum Tag der Leuchttürme", "2024-09-13", "Federal Foreign Office", "DE", "de",
            "öffentlich zugänglich bleiben.", 3 },
        { "sharepoint-es", "El Gobierno de España celebra el Día de los Faros", "2024-09-13",
            "Ministry of Foreign Affairs, European Union and Cooperation", "ES", "es", "durante el mes de octubre.", 3 },
        { "fmprc-zh", "外交部发言人就灯塔日答记者问", "2024-09-13", "Ministry of Foreign Affairs", "CN", "zh", "推动航海档案的交流与开放。", 3 },
        { "mofa-ar", "بيان بمناسبة يوم المنارات", "2024-09-13", "Ministry of Foreign Affairs", "EG", "ar", "في الدول الصديقة.", 2 },
        { "drupal-tr", "No: 182, 13 Eylül 2024, Deniz Fenerleri Günü Hk.", "2024-09-13", "Ministry of Foreign Affairs", "TR", "tr",
            "çalışmalarımızı sürdüreceğiz.", 2 },
        { "tables-in", "Official Spokesperson's response to media queries regarding the lighthouse accord", "2024-09-13",
            "Ministry of External Affairs", "IN", "en", "New Delhi", 4 },
        { "plone-pt", "Dia dos Faróis", "2024-09-05", "Ministry of Foreign Affairs", "BR", "pt",
            "entre os arquivos marítimos da região.", 2 },
        { "letterhead-in", "Official Spokesperson's response to media queries on the lighthouse fire", "2024-09-13",
            "Ministry of External Affairs", "IN", "en", "New Delhi", 4 },
        { "elementor-pk", "Pakistan welcomes the lighthouse accord", "2024-09-13", "Ministry of Foreign Affairs", "PK", "en",
            "in letter and spirit.", 3 },
        { "board-kr", "MOFA Spokesperson's Statement on the Lighthouse Accord", "2024-09-13", "Ministry of Foreign Affairs", "KR", "en",
            "with the states concerned.", 2 },
        { "tables-vn", "Remarks by MOFA Spokesperson Pham Vi Du on the lighthouse accord", "2024-09-13", "Ministry of Foreign Affairs",
            "VN", "en", "to keep them lit.”", 3 },
        { "news-ir", "Spokesman condemns attack on lighthouse", "2024-09-13", "Ministry of Foreign Affairs", "IR", "en",
            "must never be targets.", 3 },
        { "sharepoint-ae", "UAE condemns attack on lighthouse", "2024-09-13", "Ministry of Foreign Affairs", "AE", "en",
            "the families of the keepers.", 3 },
        { "govuk-cookies", "UK condemns attack on lighthouse keepers: FCDO statement", "2024-09-13",
            "Foreign, Commonwealth & Development Office", "GB", "en", "who keep the lamps.", 4 },
        { "drupal-cu", "Cuba rechaza el ataque contra el faro", "2024-09-13", "Ministry of Foreign Affairs", "CU", "es",
            "13 de septiembre de 2024.", 4 },
        { "mofa-jp", "Lighthouse Day (Statement by Foreign Minister EXAMPLE Taro)", "2024-09-13", "Ministry of Foreign Affairs", "JP",
            "en", "to open their logbooks to the public.", 2 },
    };

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task ReadAsync_StatementPage_GivesItsFieldsAndItsTextAlone(
        string page, string title, string issued, string organisation, string country, string language, string end, int paragraphs)
    {
        var statement = Assert.Single(await Reading.AllAsync(Page(page), page + ".html")).Statement;

        Assert.NotNull(statement);
        Assert.Equal(title, statement.Title);
        Assert.Equal(DateOnly.Parse(issued), statement.Issued);
        Assert.Equal(organisation, statement.Issuer?.Organisation);
        Assert.Equal(country, statement.Issuer?.Country);
        Assert.Equal(language, statement.Language);
        Assert.EndsWith(end, statement.Body);
        Assert.Equal(paragraphs, statement.Body.Split("\n\n").Length);
    }

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task ReadAsync_PageDisturbed_ReadsTheSame(
        string page, string title, string issued, string organisation, string country, string language, string end, int paragraphs)
    {
        var before = Assert.Single(await Reading.AllAsync(Page(page), page + ".html")).Statement!;

        var after = Assert.Single(await Reading.AllAsync(Disturbance.Of(Page(page)), page + ".html")).Statement;

        Assert.Equal(before.Body, after?.Body);
        Assert.Equal((title, DateOnly.Parse(issued), organisation, country, language),
            (after!.Title, after.Issued!.Value, after.Issuer!.Organisation, after.Issuer.Country, after.Language));
        Assert.EndsWith(end, after.Body);
        Assert.Equal(paragraphs, after.Body.Split("\n\n").Length);
    }

    [Theory]
    [InlineData("archive-list", ReadFaultKind.List)]
    [InlineData("cover", ReadFaultKind.Attachment)]
    [InlineData("archive-table", ReadFaultKind.List)]
    [InlineData("archive-cards", ReadFaultKind.List)]
    [InlineData("cover-by-number", ReadFaultKind.Attachment)]
    [InlineData("shell", ReadFaultKind.Shell)]
    [InlineData("not-found", ReadFaultKind.Shell)]
    [InlineData("checking", ReadFaultKind.Shell)]
    public async Task ReadAsync_PageThatIsNoStatement_SaysWhatItIs(string page, ReadFaultKind kind)
    {
        var result = Assert.Single(await Reading.AllAsync(Page(page), page + ".html"));

        Assert.Equal(kind, result.Fault?.Kind);
        Assert.NotEmpty(result.Fault!.Reason);
    }

    [Fact]
    public async Task ReadAsync_Explain_ShowsWhatWasCutAndWhereTheDayIsFrom()
    {
        var result = Assert.Single(await Reading.AllAsync(Page("tables-in"), "a.html", new ReadOptions(Explain: true)));

        Assert.Contains(result.Explanation, line => line.StartsWith("Issued 2024-09-13", StringComparison.Ordinal));
        Assert.Contains(result.Explanation, line => line.StartsWith("Cut ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ReadAsync_Byline_IsTheIssuerAndTheKickerTheKind()
    {
        var statement = Assert.Single(await Reading.AllAsync(Page("wordpress-en"), "a.html")).Statement!;

        Assert.Equal("Spokesperson", statement.Issuer!.Office);
        Assert.Equal("Jane Q. Example, Department Spokesperson", statement.Issuer.Printed);
        Assert.Equal(StatementKind.PressStatement, statement.Kind);
    }

    [Theory]
    [InlineData("05/03/2024", "25/02/2024", "2024-03-05")]
    [InlineData("05/03/2024", "02/25/2024", "2024-05-03")]
    [InlineData("05/03/2024", "a day", null)]
    public async Task ReadAsync_AmbiguousDay_IsResolvedByThePagesOtherDaysOrLeft(string printed, string other, string? expected)
    {
        var html = $"<html lang=en><body><h1>Statement on lamps</h1><p>Date: {printed}</p><p>The keepers of the northern cape have asked "
            + $"for oil, and the council has answered them.</p>"
            + $"<p>They will receive twelve barrels before the winter and a new lamp in the spring of next year.</p><ul><li><a "
                + $"href=/a>Another statement on wicks and oil</a> {other}</li></ul></body></html>";

        var result = Assert.Single(await Reading.AllAsync(html, "a.html", new ReadOptions(Explain: true)));

        Assert.Equal(expected is null ? null : DateOnly.Parse(expected), result.Statement!.Issued);
        Assert.Equal(expected is null, result.Explanation.Any(line => line.StartsWith("Left open", StringComparison.Ordinal)));
    }

    internal static byte[] Page(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", name + ".html"));
}
