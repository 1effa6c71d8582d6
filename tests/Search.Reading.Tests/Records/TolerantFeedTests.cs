using System.Text;
using Search.Reading.Files;

namespace Search.Reading.Tests.Records;

/// <summary>Feeds as they are published, sound or not: what is wrong in an entry costs that entry at most.</summary>
public class TolerantFeedTests
{
    private const string Text = "The keepers of the northern cape have asked the council for oil, and the council has answered them in a "
        + "letter that was read aloud in the customs house on the same evening. They will receive twelve barrels before the winter and a "
        + "new lamp in the spring of next year, and the council thanks the villages for their patience and for their bread and candles.";

    private static readonly ReadOptions s_options = new(Explain: true) { LastDay = new DateOnly(2030, 6, 2) };

    [Theory]
    [InlineData("<title>Lamps & wicks</title>", "Lamps & wicks")]
    [InlineData("<title>Lamps&nbsp;of the caf&eacute; &mdash; wicks</title>", "Lamps of the café — wicks")]
    [InlineData("<title>Lamps \u0003\u0008of the cape</title>", "Lamps of the cape")]
    [InlineData("<title>Oil at 5 &lt; 6 < 7 barrels</title>", "Oil at 5 < 6 < 7 barrels")]
    [InlineData("<title>R&D; wicks &c. &#x1F; lamps</title>", "R&D; wicks &c. lamps")]
    [InlineData("<title>Lamps</title><media:thumbnail url='/a?x=1&y=2'/>", "Lamps")]
    [InlineData("<title><![CDATA[Lamps & wicks]]></title><!-- a & b -- c -->", "Lamps & wicks")]
    [InlineData("<title>Lamps</title><?note a & b?>", "Lamps")]
    public async Task ReadAsync_SignsThatAreNoXml_CostNothing(string second, string title)
    {
        var results = await ReadAsync(Rss(Item("<title>First</title>"), Item(second), Item("<title>Third</title>")));

        Assert.Equal(["First", title, "Third"], results.Select(result => result.Statement?.Title.Replace('\u00a0', ' ')));
    }

    [Theory]
    [InlineData("<item><title>Second</title><description>" + Text + "</item>")]
    [InlineData("<item><title>Second<description>" + Text + "</description></item>")]
    [InlineData("<item><title>Second</title><description>" + Text)]
    [InlineData("<item><title a='1' a='2'>Second</title><description>" + Text + "</description></item>")]
    [InlineData("<item><title a=1>Second</title><description>" + Text + "</description></item>")]
    [InlineData("<item><title>Second</title><description><p>" + Text + "<br></p></description></item>")]
    public async Task ReadAsync_EntryThatCannotBeRead_IsOneFault(string second)
    {
        var results = await ReadAsync(Rss(Item("<title>First</title>"), second, Item("<title>Third</title>")));

        Assert.Equal(["First", null, "Third"], results.Select(result => result.Statement?.Title));
        Assert.Equal((ReadFaultKind.Malformed, "a.xml:2"), (results[1].Fault!.Kind, results[1].Location));
    }

    [Theory]
    [InlineData("\n\n")]
    [InlineData("\uFEFF \n")]
    [InlineData("Warning: lamp not found in feed.php on line 3\n")]
    [InlineData("<!-- made by a lamp -->\n")]
    [InlineData("<br />\n<b>Notice</b>: no wick\n")]
    public async Task ReadAsync_SomethingBeforeTheDeclaration_IsPassedOver(string before)
    {
        var results = await ReadAsync(before + Rss(Item("<title>First</title>")));

        Assert.Equal("First", Assert.Single(results).Statement?.Title);
    }

    [Theory]
    [InlineData("<rss><channel><title>Harbour news</title><item><title>First</title><description>" + Text, 1)]
    [InlineData("<rss><channel><title>Harbour news</title><item><title>First</title><full-text>" + Text + "</full-text></item>", 2)]
    [InlineData("<rss><channel><title>Harbour", 1)]
    public async Task ReadAsync_FeedCutShort_SaysSo(string feed, int results)
    {
        var last = (await ReadAsync(feed)).Last();

        Assert.Equal((ReadFaultKind.Malformed, $"a.xml:{results}"), (last.Fault?.Kind, last.Location));
    }

    [Theory]
    [InlineData("<description>{0}</description><content:encoded>A word with it.</content:encoded>")]
    [InlineData("<content:encoded>The keepers have asked […]</content:encoded><description>{0}</description>")]
    [InlineData("<summary>The keepers have asked for oil …</summary><content>{0}</content>")]
    [InlineData("<description>The keepers have asked for oil and much else ...</description><full-text>{0}</full-text>")]
    [InlineData("<content:encoded>{0}</content:encoded><description>The keepers have asked for oil.</description>")]
    public async Task ReadAsync_TwoTexts_TheFullerThatDoesNotBreakOffIsMeant(string texts)
    {
        var feed = Rss("<item><title>First</title>" + texts.Replace("{0}", Text, StringComparison.Ordinal) + "</item>");

        Assert.Equal(Text, Assert.Single(await ReadAsync(feed)).Statement?.Body);
    }

    [Theory]
    [InlineData("&amp;lt;p&amp;gt;{0}&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;They thank all.&amp;lt;/p&amp;gt;")]
    [InlineData("<![CDATA[&lt;p&gt;{0}&lt;/p&gt;&lt;p&gt;They&nbsp;thank all.&lt;/p&gt;]]>")]
    [InlineData("<![CDATA[<p>{0}</p><p>They&amp;nbsp;thank all.</p>]]>")]
    [InlineData("&lt;p&gt;{0}&lt;/p&gt;&lt;p&gt;They thank all.&lt;/p&gt;")]
    public async Task ReadAsync_HtmlEscapedTwice_IsReadAsHtml(string text)
    {
        var inside = text.Replace("{0}", Text, StringComparison.Ordinal);
        var feed = Rss($"<item><title>First</title><description>{inside}</description></item>");

        Assert.Equal($"{Text}\n\nThey thank all.", Assert.Single(await ReadAsync(feed)).Statement?.Body.Replace('\u00a0', ' '));
    }

    [Theory]
    [InlineData("<rss><channel><link>https://lamps.example/news/</link>", "<link>/oil?a=1&amp;b=2</link>",
        "https://lamps.example/oil?a=1&b=2")]
    [InlineData("<rss><channel><link>https://lamps.example/news/</link>", "<link>oil.html</link>", "https://lamps.example/news/oil.html")]
    [InlineData("<rss xml:base='https://base.example/x/'><channel>", "<link>oil.html</link>", "https://base.example/x/oil.html")]
    [InlineData("<rss xml:base='https://base.example/x/'><channel>", "<link xml:base='y/' href='oil'/>", "https://base.example/x/y/oil")]
    [InlineData("<rss><channel>", "<guid>https://lamps.example/1</guid>", "https://lamps.example/1")]
    [InlineData("<rss><channel><link rel='self' href='https://a.example'/><link>https://b.example/</link>", "<link>//cape.example/2</link>",
        "https://cape.example/2")]
    public async Task ReadAsync_RelativeLink_IsResolved(string head, string link, string expected)
    {
        var feed = head + $"<item><title>First</title>{link}<description>{Text}</description></item></channel></rss>";

        Assert.Equal(expected, Assert.Single(await ReadAsync(feed)).Statement?.SourceUrl);
    }

    [Theory]
    [InlineData("<pubDate>04.12.2024 10:00</pubDate>", "en", "", "2024-12-04")]
    [InlineData("<pubDate>04/12/2024</pubDate>", "de-DE", "", "2024-12-04")]
    [InlineData("<pubDate>04/12/2024</pubDate>", "en", "", null)]
    [InlineData("<pubDate>04/12/2024</pubDate>", "en", "<item><title>x</title><pubDate>25/12/2024</pubDate></item>", "2024-12-04")]
    [InlineData("<pubDate>04/12/2024</pubDate>", "en", "<item><title>x</title><pubDate>12/25/2024 8:00 AM</pubDate></item>", "2024-04-12")]
    [InlineData("<pubDate>04/12/2024</pubDate><link>https://lamps.gov/1</link>", "en", "", "2024-04-12")]
    [InlineData("<pubDate>04/12/2024</pubDate><link>https://lamps.gov.uk/1</link>", "en", "", "2024-12-04")]
    [InlineData("<pubDate>04/12/2024</pubDate><updated>2024-12-04T18:00:00Z</updated>", "en", "", "2024-12-04")]
    [InlineData("<pubDate>Wed, 04 Dec 24 10:00:00 GMT</pubDate>", "en", "", "2024-12-04")]
    [InlineData("<published>1403-09-14T08:00:00Z</published><updated>2024-12-05T08:00:00Z</updated>", "fa", "", "2024-12-04")]
    [InlineData("<published>۱۴۰۳-۰۹-۱۴T۰۸:۰۰:۰۰Z</published>", "fa", "", "2024-12-04")]
    [InlineData("<published>2567-12-04T08:00:00Z</published>", "th", "", "2024-12-04")]
    [InlineData("<published>0001-01-01T00:00:00Z</published><updated>2024-12-04T08:00:00Z</updated>", "en", "", "2024-12-04")]
    [InlineData("<published>2204-12-04T00:00:00Z</published><dc:date>2024-12-04</dc:date>", "en", "", "2024-12-04")]
    [InlineData("<pubDate>mercredi 4 décembre 2024 - 10:00</pubDate>", "fr", "", "2024-12-04")]
    public async Task ReadAsync_DayOfAnEntry_IsReadAsOfAPage(string dates, string language, string other, string? expected)
    {
        var feed = "<rss><channel><title>Harbour news</title><language>" + language + "</language>" + Item("<title>First</title>" + dates)
            + other + "</channel></rss>";

        var issued = (await ReadAsync(feed))[0].Statement!.Issued;

        Assert.Equal(expected is null ? null : DateOnly.Parse(expected), issued);
    }

    [Fact]
    public async Task ReadAsync_DayThatOthersMustTell_KeepsTheOrderOfTheEntries()
    {
        var results = await ReadAsync(Rss(
            Item("<title>First</title><pubDate>2024-12-01</pubDate>"), Item("<title>Second</title><pubDate>04/12/2024</pubDate>"),
            "<item><title>Third</item>", Item("<title>Fourth</title><pubDate>13/12/2024</pubDate>")));

        Assert.Equal(["a.xml:1", "a.xml:2", "a.xml:3", "a.xml:4"], results.Select(result => result.Location));
        Assert.Equal(["2024-12-01", "2024-12-04", null, "2024-12-13"],
            results.Select(result => result.Statement?.Issued?.ToString()));
    }

    [Theory]
    [InlineData("windows-1251", "Заявление о маяках")]
    [InlineData("iso-8859-1", "Déclaration sur les phares")]
    [InlineData("utf-16", "Statement on lamps")]
    public async Task ReadAsync_DeclaredEncoding_IsRead(string name, string title)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var feed = $"<?xml version=\"1.0\" encoding=\"{name}\"?>" + Rss(Item($"<title>{title}</title>"));
        var encoding = Encoding.GetEncoding(name);

        var results = await Reading.AllAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(feed)], "a.xml", s_options);

        Assert.Equal(title, Assert.Single(results).Statement?.Title);
    }

    private static string Item(string inside) => $"<item>{inside}<description>{Text}</description></item>";

    private static string Rss(params string[] items) =>
        "<?xml version='1.0'?><rss xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel><title>Harbour news</title>"
            + string.Concat(items) + "</channel></rss>";

    private static Task<List<ReadResult>> ReadAsync(string feed) => Reading.AllAsync(feed, "a.xml", s_options);
}
