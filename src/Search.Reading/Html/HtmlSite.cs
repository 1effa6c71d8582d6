using Search.Reading.Issuers;
using Search.Reading.Text;

namespace Search.Reading.Html;

/// <summary>Whose site a page is from, by the names it gives itself.</summary>
/// <param name="Name">The site's name; its host where it has none.</param>
/// <param name="Organisation">The name among them that is an organisation's.</param>
internal sealed record HtmlSite(string? Name, string? Organisation, string? Country)
{
    private static readonly PatternTable s_words = new("Html.site.txt");
    private static readonly BoundedPattern s_government = s_words["government"];
    private static readonly BoundedPattern s_menu = s_words["menu"];
    private static readonly BoundedPattern s_rights = s_words["rights"];

    private const int MostBlocks = 60;
    private const int FootBlocks = 20;
    private const int MostWords = 15;

    public static HtmlSite Find(HtmlPage page)
    {
        var address = SiteCountry.FromAddress(page.Metadata.Url);
        var names = Names(page).Where(name => IssuerResolver.IsOrganisation(name, address)).ToList();

        // A letterhead has the government above the ministry.
        var organisation = names.Find(name => !s_government.IsMatch(name)) ?? names.FirstOrDefault();
        var country = address ?? IssuerResolver.CountryOf(organisation) ?? names.Select(IssuerResolver.CountryOf)
            .FirstOrDefault(code => code is not null);
        var host = Uri.TryCreate(page.Metadata.Url, UriKind.Absolute, out var url) ? url.Host : null;
        return new HtmlSite(organisation ?? page.Metadata.SiteName ?? page.Title.SiteName ?? host, organisation, country);
    }

    /// <summary>
    /// Names in meta elements first; then a page's head and foot, which print the name in full: © 2007-2020, Ministry of …
    /// </summary>
    private static IEnumerable<string> Names(HtmlPage page)
    {
        var given = new[] { page.Metadata.LinkedData.Author, page.Metadata.SiteName, page.Metadata.LinkedData.Publisher,
            page.Title.SiteName };
        var head = page.Blocks.Take(page.Title.Block >= 0 ? Math.Min(page.Title.Block, MostBlocks) : MostBlocks);
        var foot = page.Blocks.Skip(Math.Max(page.Region.To, page.Blocks.Count - FootBlocks)).Reverse();

        // Behind the text links lead to other statements, whose titles name bodies too.
        foot = foot.Where(block => block.LinkWords == 0 || block.Text.Contains('©', StringComparison.Ordinal));
        return given.OfType<string>().Where(NameShape.IsName).Concat(head.Concat(foot).Where(block => block.Words <= MostWords)
            .Select(block => WithoutRights(block.Text)).Where(IsName));
    }

    /// <summary>The name in a line of rights, whose full stop is the line's.</summary>
    private static string WithoutRights(string text) =>
        s_rights.Replace(text, string.Empty) is var name && name.Length < text.Length ? name.Trim(' ', '.', ',', '-', '–', '|') : text;

    /// <summary>Capitals, as names of bodies have them; a sentence about a government is none.</summary>
    private static bool IsName(string text) =>
        text.Length > 0 && !s_menu.IsMatch(text) && NameShape.IsName(text)
            && text.Split(' ').Count(word => word.Length > 0 && char.IsLower(word[0]) && word.Length > 4) <= 2
            && !Prose.EndsLikeSentence(text);
}
