using Search.Reading.Issuers;

namespace Search.Reading.Html;

/// <summary>Whose site a page is from, by the names it gives itself.</summary>
/// <param name="Name">The site's name; its host where it has none.</param>
/// <param name="Organisation">The name among them that is an organisation's.</param>
internal sealed record HtmlSite(string? Name, string? Organisation, string? Country)
{
    public static HtmlSite Find(HtmlPage page)
    {
        var names = Names(page).ToList();
        var organisation = names.Find(IssuerResolver.IsOrganisation);
        var country = SiteCountry.FromAddress(page.Metadata.Url) ?? IssuerResolver.CountryOf(organisation);
        var host = Uri.TryCreate(page.Metadata.Url, UriKind.Absolute, out var address) ? address.Host : null;
        return new HtmlSite(organisation ?? page.Metadata.SiteName ?? page.Title.SiteName ?? host, organisation, country);
    }

    private static IEnumerable<string> Names(HtmlPage page)
    {
        var given = new[] { page.Metadata.SiteName, page.Metadata.LinkedData.Publisher, page.Title.SiteName };
        foreach (var name in given.OfType<string>())
        {
            yield return name;
        }

        // A page's head and foot print the name in full: © 2007-2020, Ministry of …
        foreach (var block in page.Blocks.Where(block => block.IsChrome && block.Words <= 15))
        {
            yield return block.Text.TrimStart('©', ' ', ',', '-', '–', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        }
    }
}
