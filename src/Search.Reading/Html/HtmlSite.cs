using System.Text.RegularExpressions;
using Search.Reading.Issuers;
using Search.Reading.Text;

namespace Search.Reading.Html;

/// <summary>Whose site a page is from, by the names it gives itself.</summary>
/// <param name="Name">The site's name; its host where it has none.</param>
/// <param name="Organisation">The name among them that is an organisation's.</param>
internal sealed partial record HtmlSite(string? Name, string? Organisation, string? Country)
{
    private const int MostBlocks = 60;
    private const int FootBlocks = 20;
    private const int MostWords = 15;

    public static HtmlSite Find(HtmlPage page)
    {
        var organisation = Names(page).FirstOrDefault(IssuerResolver.IsOrganisation);
        var country = SiteCountry.FromAddress(page.Metadata.Url) ?? IssuerResolver.CountryOf(organisation);
        var host = Uri.TryCreate(page.Metadata.Url, UriKind.Absolute, out var address) ? address.Host : null;
        return new HtmlSite(organisation ?? page.Metadata.SiteName ?? page.Title.SiteName ?? host, organisation, country);
    }

    /// <summary>Names in meta elements first; then a page's head and foot, which print the name in full: © 2007-2020, Ministry of …</summary>
    private static IEnumerable<string> Names(HtmlPage page)
    {
        var given = new[] { page.Metadata.LinkedData.Author, page.Metadata.SiteName, page.Metadata.LinkedData.Publisher, page.Title.SiteName };
        var head = page.Blocks.Take(page.Title.Block >= 0 ? Math.Min(page.Title.Block, MostBlocks) : MostBlocks);
        var foot = page.Blocks.Skip(Math.Max(page.Region.To, page.Blocks.Count - FootBlocks)).Reverse();
        return given.OfType<string>().Concat(head.Concat(foot).Where(block => block.Words <= MostWords).Select(block => Rights().Replace(block.Text, string.Empty).Trim()).Where(IsName));
    }

    /// <summary>Capitals, as names of bodies have them; a sentence about a government is none.</summary>
    private static bool IsName(string text) =>
        text.Length > 0 && text.Split(' ').Count(word => word.Length > 0 && char.IsLower(word[0]) && word.Length > 4) <= 2 && !Prose.EndsLikeSentence(text);

    [GeneratedRegex(@"(?:©|\(c\)|copyright|all rights reserved|content owned by|tous droits réservés|\d{4}(?:\s*[-–]\s*\d{4})?|^[\s,.–|-]+)", RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Rights();
}
