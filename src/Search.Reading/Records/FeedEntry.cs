using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Search.Reading.Dates;
using Search.Reading.Drafts;
using Search.Reading.Files;
using Search.Reading.Html;
using Search.Reading.Issuers;
using Search.Reading.Text;

namespace Search.Reading.Records;

/// <summary>One entry of a feed.</summary>
internal static class FeedEntry
{
    private const int FewWords = 60;

    public static ReadResult Read(XElement entry, FeedHead feed, RecordOrigin origin, CancellationToken cancellationToken)
    {
        var title = HtmlText.ToPlain(Value(entry, "title") ?? string.Empty, cancellationToken);
        var link = Link(entry);
        var full = Value(entry, "encoded") ?? Value(entry, "content") ?? Value(entry, "full-text") ?? Value(entry, "fulltext");
        var body = HtmlText.ToPlain(full ?? Value(entry, "description") ?? Value(entry, "summary") ?? string.Empty, cancellationToken);
        if (full is null && IsExcerpt(body))
        {
            return origin.Fault(
                body.Length == 0 ? ReadFaultKind.Shell : ReadFaultKind.Attachment,
                $"The feed has an excerpt only; the text is at {link ?? "an address it leaves out"}.");
        }

        var organisation = feed.Title is { } name && IssuerResolver.IsOrganisation(name) ? name : null;
        var draft = new StatementDraft
        {
            Title = title,
            Body = body,
            Issued = Date(Value(entry, "pubDate") ?? Value(entry, "published") ?? Value(entry, "date") ?? Value(entry, "updated")),
            PrintedByline = entry.Elements().FirstOrDefault(element => element.Name.LocalName is "author" or "creator")?.Value.Trim(),
            SiteIssuer = organisation,
            SiteCountry = SiteCountry.FromAddress(link ?? feed.Link) ?? IssuerResolver.CountryOf(organisation),
            Source = feed.Title is { Length: > 0 } source ? WhiteSpace.Collapse(source) : origin.File.BareName,
            SourceUrl = link,
            Language = LanguageDetector.Detect(title, body) ?? LanguageTagSpelling.Clean(Value(entry, "language") ?? feed.Language),
        };
        return DraftCompletion.Complete(draft, origin, cancellationToken);
    }

    /// <summary>Summaries break off, or are a sentence or two.</summary>
    private static bool IsExcerpt(string body) =>
        body.EndsWith('…') || body.EndsWith("...", StringComparison.Ordinal) || body.EndsWith("[…]", StringComparison.Ordinal)
        || Prose.Words(body) < FewWords;

    private static string? Value(XElement entry, string name)
    {
        var element = entry.Elements().FirstOrDefault(child => child.Name.LocalName == name);
        return element is null ? null
            : element.HasElements ? string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)))
            : element.Value.Trim() is { Length: > 0 } text ? text
            : null;
    }

    private static string? Link(XElement entry)
    {
        var links = entry.Elements().Where(element => element.Name.LocalName == "link").ToList();
        var link = links.Find(element => element.Attribute("rel")?.Value is null or "alternate") ?? links.FirstOrDefault();
        return (link?.Attribute("href")?.Value ?? link?.Value.Trim()) is { Length: > 0 } address ? WebUtility.HtmlDecode(address) : null;
    }

    /// <summary>RFC 822 or RFC 3339; the day is the one that the feed's own time zone has.</summary>
    private static DateOnly? Date(string? text)
    {
        var dates = new IssueDates();
        dates.Add(text, "the entry");
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? DateOnly.FromDateTime(time.DateTime)
            : dates.Choose(default).Day;
    }
}
