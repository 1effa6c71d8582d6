using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Search.Core.Statements;
using Search.Service;

namespace Search.Web.Feeds;

/// <summary>
/// Writes a feed as Atom (RFC 4287). Identifiers are made from the statement's own, and so are the same from whichever address the
/// archive is served.
/// </summary>
/// <param name="site">Scheme, host and path of the service, without a slash at its end.</param>
internal sealed class AtomText(string site)
{
    public const string MediaType = "application/atom+xml";

    private const string DublinCore = "http://purl.org/dc/terms/";

    /// <param name="feed">What came of late.</param>
    /// <param name="self">The feed's own address, below the site.</param>
    /// <param name="page">The page of the same search, below the site.</param>
    public byte[] Write(StatementFeed feed, string self, string page)
    {
        var items = feed.Items.Select(Item).ToList();
        var syndication = new SyndicationFeed(items)
        {
            Id = Identifier($"feed {feed.Key}"),
            Title = Plain(feed.Explained.Length > 0 ? Upper(feed.Explained) : "All statements"),
            LastUpdatedTime = Updated(feed),
            Generator = "Search",
        };
        syndication.Links.Add(new SyndicationLink(new Uri(site + self), "self", null, MediaType, 0));
        syndication.Links.Add(new SyndicationLink(new Uri(site + page), "alternate", null, "text/html", 0));
        syndication.Authors.Add(new SyndicationPerson { Name = "Search" });
        using var content = new MemoryStream();
        using (var writer = XmlWriter.Create(content, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            new Atom10FeedFormatter(syndication).WriteTo(writer);
        }

        return content.ToArray();
    }

    /// <summary>Of an empty feed the beginning of time: it has never had an entry.</summary>
    public static DateTimeOffset Updated(StatementFeed feed) =>
        feed.Items.Select(item => Updated(item.Statement)).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max();

    private SyndicationItem Item(FeedItem item)
    {
        var statement = item.Statement;
        var entry = new SyndicationItem
        {
            Id = Identifier(item.Silence is null ? $"statement {statement.Id}" : $"return {statement.Id}"),
            Title = Plain(statement.Title.Length > 0 ? statement.Title : "Untitled"),
            Summary = Plain(Summary(item)),
            LastUpdatedTime = Updated(statement),
            PublishDate = statement.Trace?.Received ?? Updated(statement),
        };
        entry.Links.Add(new SyndicationLink(new Uri($"{site}/statements/{statement.Id}"), "alternate", null, "text/html", 0));
        entry.Authors.Add(new SyndicationPerson { Name = Clean(statement.Issuer?.Printed ?? statement.Source) });
        if (statement.Issued is { } issued)
        {
            entry.ElementExtensions.Add(new SyndicationElementExtension("issued", DublinCore, issued.ToString()));
        }

        return entry;
    }

    private static string Summary(FeedItem item)
    {
        var statement = item.Statement;
        var head = $"{statement.Issued?.ToString() ?? "No date"}, {statement.Source}.";
        return item switch
        {
            { Silence: { } silence } => $"{head} Said again after {silence.Days:N0} days; before that on {silence.From:yyyy-MM-dd}.",
            { Passage: { } passage } => $"{head} {passage}",
            _ => head,
        };
    }

    private static DateTimeOffset Updated(Statement statement) =>
        statement.Trace?.TextReceived ?? statement.Captured ?? DateTimeOffset.UnixEpoch;

    /// <summary>A version 8 UUID (RFC 9562): the first bits of a hash.</summary>
    private static string Identifier(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }

    private static TextSyndicationContent Plain(string text) => new(Clean(text), TextSyndicationContentKind.Plaintext);

    /// <summary>XML has no way to write some characters.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            clean.Append(rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");
        }

        return clean.ToString();
    }

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
