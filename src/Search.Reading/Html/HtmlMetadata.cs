using AngleSharp.Dom;
using Search.Reading.Text;

namespace Search.Reading.Html;

/// <summary>What a page says of itself outside its text: title, meta, link and JSON-LD.</summary>
internal sealed class HtmlMetadata
{
    private static readonly string[] s_titles =
        ["og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "articletitle"];
    private static readonly string[] s_sites = ["og:site_name", "sitename", "application-name", "dc.publisher", "dcterms.publisher",
        "publisher", "copyright"];
    private static readonly string[] s_dates =
    [
        "article:published_time", "og:article:published_time", "datepublished", "pubdate", "publishdate", "publish-date",
        "publication_date", "dc.date.issued",
        "dcterms.issued", "dcterms.date", "dc.date", "dcterms.created", "date", "article.published",
        "parsely-pub-date", "sailthru.date", "citation_date",
    ];

    private static readonly string[] s_changes = ["article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
        "last-modified", "lastmod", "revised"];

    private readonly Dictionary<string, string> _metas = new(StringComparer.OrdinalIgnoreCase);

    private HtmlMetadata()
    {
    }

    public string? PageTitle { get; private set; }

    public string? SocialTitle => First(s_titles);

    public string? SiteName => First(s_sites);

    public string? Published => First(s_dates);

    public string? Modified => First(s_changes);

    public string? Url { get; private set; }

    public string? Language { get; private set; }

    public JsonLinkedData LinkedData { get; private set; } = JsonLinkedData.Empty;

    public static HtmlMetadata Read(IDocument document, string source)
    {
        var metadata = new HtmlMetadata { LinkedData = JsonLinkedData.Find(source) };
        var canonical = (string?)null;
        foreach (var element in document.All)
        {
            switch (element.LocalName)
            {
                case "title" when metadata.PageTitle is null && element.ParentElement?.LocalName == "head":
                    metadata.PageTitle = WhiteSpace.Collapse(element.TextContent);
                    break;
                case "meta":
                    metadata.AddMeta(element);
                    break;
                case "link" when canonical is null
                    && string.Equals(element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase):
                    canonical = element.GetAttribute("href");
                    break;
            }
        }

        metadata.Url = Address(canonical) ?? Address(metadata._metas.GetValueOrDefault("og:url")) ?? SavedFrom(source);
        var root = document.DocumentElement;
        metadata.Language = root?.GetAttribute("lang") ?? root?.GetAttribute("xml:lang")
            ?? metadata._metas.GetValueOrDefault("content-language") ?? metadata._metas.GetValueOrDefault("og:locale");
        return metadata;
    }

    private void AddMeta(IElement element)
    {
        var name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop")
            ?? element.GetAttribute("http-equiv");
        if (name is { Length: > 0 } && element.GetAttribute("content") is { Length: > 0 } content)
        {
            _metas.TryAdd(name, WhiteSpace.Collapse(content));
        }
    }

    private string? First(string[] names)
    {
        foreach (var name in names)
        {
            if (_metas.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }

    private static string? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? text : null;

    /// <summary>Browsers note where they saved a page from.</summary>
    private static string? SavedFrom(string source)
    {
        const string SavedFrom = "saved from url=";
        var head = source.AsSpan(0, Math.Min(source.Length, 4000));
        var at = head.IndexOf(SavedFrom, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var rest = head[(at + SavedFrom.Length)..];
        var close = rest.IndexOf(')');
        var end = rest.IndexOf("-->", StringComparison.Ordinal);
        return end > 0 ? Address(rest[(close >= 0 && close < end ? close + 1 : 0)..end].Trim().ToString()) : null;
    }
}
