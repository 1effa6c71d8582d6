using System.Net;
using System.Text.Json;

namespace Search.Reading.Html;

/// <summary>Headline, day and publisher from a page's JSON-LD, where it has a sound one.</summary>
internal sealed record JsonLinkedData(string? Headline, string? Published, string? Publisher, string? Author, string? Modified)
{
    private const string MediaType = "application/ld+json";
    private const int MostScripts = 8;
    private const int LongestScript = 200_000;
    private static readonly HashSet<string> s_articles = new(StringComparer.Ordinal)
    {
        "Article", "NewsArticle", "ReportageNewsArticle", "PressRelease", "BlogPosting", "GovernmentDocument",
        "SpecialAnnouncement", "WebPage", "Report", "NewsMediaOrganization",
    };

    public static JsonLinkedData Empty { get; } = new(null, null, null, null, null);

    /// <summary>Read from the page's source: the document is parsed without its scripts.</summary>
    public static JsonLinkedData Find(string source)
    {
        var found = Empty;
        var at = 0;
        for (var count = 0; count < MostScripts; count++)
        {
            at = source.IndexOf(MediaType, at, StringComparison.OrdinalIgnoreCase);
            var start = at < 0 ? -1 : source.IndexOf('>', at);
            var end = start < 0 ? -1 : source.IndexOf("</script", start, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
            {
                break;
            }

            at = end;
            if (end - start <= LongestScript)
            {
                found = Read(source[(start + 1)..end], found);
            }
        }

        return found;
    }

    private static JsonLinkedData Read(string json, JsonLinkedData found)
    {
        try
        {
            using var document = JsonDocument.Parse(json,
                new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return Walk(document.RootElement, found);
        }
        catch (JsonException)
        {
            // Pages often carry broken JSON-LD; the page itself has the same values.
            return found;
        }
    }

    private static JsonLinkedData Walk(JsonElement element, JsonLinkedData found)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                found = Walk(item, found);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            found = IsArticle(element) ? Merge(element, found) : found;
            found = element.TryGetProperty("@graph", out var graph) ? Walk(graph, found) : found;
        }

        return found;
    }

    private static JsonLinkedData Merge(JsonElement article, JsonLinkedData found) => new(
        found.Headline ?? Text(article, "headline"),
        found.Published ?? Text(article, "datePublished"),
        found.Publisher ?? Name(article, "publisher"),
        found.Author ?? Name(article, "author"),
        found.Modified ?? Text(article, "dateModified"));

    private static bool IsArticle(JsonElement element) =>
        element.TryGetProperty("@type", out var type)
        && (type.ValueKind == JsonValueKind.String ? s_articles.Contains(type.GetString()!)
            : type.ValueKind == JsonValueKind.Array && type.EnumerateArray()
                .Any(item => item.ValueKind == JsonValueKind.String && s_articles.Contains(item.GetString()!)));

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text
            ? WebUtility.HtmlDecode(text)
            : null;

    private static string? Name(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value))
        {
            return null;
        }

        var first = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().FirstOrDefault() : value;
        return first.ValueKind == JsonValueKind.Object ? Text(first, "name") : null;
    }
}
