using System.Net;
using System.Xml.Linq;
using Search.Reading.Dates;
using Search.Reading.Drafts;
using Search.Reading.Files;
using Search.Reading.Issuers;
using Search.Reading.Text;

namespace Search.Reading.Records;

/// <summary>One entry of a feed.</summary>
internal static class FeedEntry
{
    public static ReadResult Read(XElement entry, FeedHead feed, RecordOrigin origin, CancellationToken cancellationToken)
    {
        var title = FeedText.ToPlain(FeedText.Value(entry, "title") ?? string.Empty, cancellationToken);
        var link = Link(entry, feed);
        var body = FeedText.Of(entry, cancellationToken);
        if (body.IsExcerpt)
        {
            return origin.Fault(
                body.Plain.Length == 0 ? ReadFaultKind.Shell : ReadFaultKind.Attachment,
                $"The feed has an excerpt only; the text is at {link ?? "an address it leaves out"}.");
        }

        var organisation = feed.Title is { } name && IssuerResolver.IsOrganisation(name) ? name : null;
        var country = SiteCountry.FromAddress(link ?? feed.Link) ?? IssuerResolver.CountryOf(organisation);
        var detected = LanguageDetector.Detect(title, body.Plain);
        var declared = FeedText.Value(entry, "language") ?? feed.Language;
        var date = FeedDates.Choose(entry, feed, DateSetting.Of(country, declared ?? detected, origin.Options.LastDay));
        var draft = new StatementDraft
        {
            Title = title,
            Body = body.Plain,
            Issued = date.Date,
            PrintedByline = entry.Elements().FirstOrDefault(element => element.Name.LocalName is "author" or "creator")?.Value.Trim(),
            SiteIssuer = organisation,
            SiteCountry = country,
            Source = feed.Title is { Length: > 0 } source ? WhiteSpace.Collapse(source) : origin.File.BareName,
            SourceUrl = link,
            Language = detected ?? LanguageTagSpelling.Clean(declared),
            Explanation = date.Explanation,
        };
        return DraftCompletion.Complete(draft, origin, cancellationToken);
    }

    /// <summary>The entry's page. A relative address begins where the entry says, else where the feed does.</summary>
    private static string? Link(XElement entry, FeedHead feed)
    {
        var links = entry.Elements().Where(element => element.Name.LocalName == "link").ToList();
        var link = links.Find(element => element.Attribute("rel")?.Value is null or "alternate") ?? links.FirstOrDefault();
        if ((link?.Attribute("href")?.Value ?? link?.Value.Trim()) is not { Length: > 0 } address)
        {
            return PermanentLink(entry);
        }

        address = WebUtility.HtmlDecode(address);
        if (IsWeb(address))
        {
            return address;
        }

        foreach (var start in new[] { BaseOf(link!), BaseOf(entry), feed.Base, feed.Link })
        {
            if (Resolve(Resolve(feed.Base ?? feed.Link, start), address) is { } resolved && IsWeb(resolved))
            {
                return resolved;
            }
        }

        return address;
    }

    private static string? BaseOf(XElement element) => element.Attribute(XNamespace.Xml + "base")?.Value;

    private static bool IsWeb(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    /// <summary>A base may itself be relative to the one around it.</summary>
    private static string? Resolve(string? start, string? address) =>
        address is null ? null
        : IsWeb(address) ? address
        : Uri.TryCreate(start, UriKind.Absolute, out var uri) && Uri.TryCreate(uri, address, out var resolved) ? resolved.AbsoluteUri
        : null;

    /// <summary>The id of an RSS entry without a link, where it is an address.</summary>
    private static string? PermanentLink(XElement entry) =>
        entry.Elements().FirstOrDefault(element => element.Name.LocalName == "guid") is { } id
        && id.Attribute("isPermaLink")?.Value is not "false" && IsWeb(id.Value.Trim()) ? id.Value.Trim() : null;
}
