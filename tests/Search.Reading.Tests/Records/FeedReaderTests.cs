using Search.Reading.Files;

namespace Search.Reading.Tests.Records;

public class FeedReaderTests
{
    private const string Text =
        "The keepers of the northern cape have asked the council for oil, and the council has answered them in a letter that was read "
            + "aloud in the customs house on the same evening.";

    [Fact]
    public async Task ReadAsync_RssWithFullText_GivesStatements()
    {
        var feed = "<?xml version=\"1.0\"?><rss version=\"2.0\" "
            + "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel><title>Ministry of Foreign Affairs of "
            + "Iceland</title><language>en</language>"
            + $"<item><title>Statement on &amp;amp; lamps</title><link>https://mfa.example/1</link><pubDate>Fri, 13 Sep 2024 23:30:00 "
                + $"+0200</pubDate><content:encoded><![CDATA[<p>{Text}</p><p>They thank all.</p>]]></content:encoded></item>"
            + "<item><title>Second</title><link>https://mfa.example/2</link><description>The council has "
                + "…</description></item></channel></rss>";

        var results = await Reading.AllAsync(feed, "feed.xml");

        var statement = results[0].Statement!;
        Assert.Equal("Statement on & lamps", statement.Title);
        Assert.Equal($"{Text}\n\nThey thank all.", statement.Body);
        Assert.Equal(new DateOnly(2024, 9, 13), statement.Issued);
        Assert.Equal(("Ministry of Foreign Affairs", "IS"), (statement.Issuer!.Organisation, statement.Issuer.Country));
        Assert.Equal("https://mfa.example/1", statement.SourceUrl);
        Assert.Equal(ReadFaultKind.Attachment, results[1].Fault!.Kind);
        Assert.Equal("feed.xml:2", results[1].Location);
    }

    [Fact]
    public async Task ReadAsync_Atom_GivesStatements()
    {
        var feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Harbour news</title><entry><title>On "
            + "oil</title><link href=\"https://h.example/1\"/>"
            + $"<published>2024-09-13T08:00:00Z</published><content type=\"html\">&lt;p&gt;{Text}&lt;/p&gt;</content></entry></feed>";

        var statement = Assert.Single(await Reading.AllAsync(feed, "a.atom")).Statement!;

        Assert.Equal(("On oil", Text, "Harbour news", "https://h.example/1"),
            (statement.Title, statement.Body, statement.Source, statement.SourceUrl));
    }
}
