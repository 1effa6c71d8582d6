using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Search.Reading.Files;

namespace Search.Reading.Html;

/// <summary>A page parsed and cut: what it says of itself, its blocks, its title, and where its text stands.</summary>
internal sealed record HtmlPage(HtmlMetadata Metadata, IReadOnlyList<HtmlBlock> Blocks, HtmlTitle Title, HtmlRegion Region,
    IReadOnlyList<HtmlFile> Files)
{
    private static readonly FrozenSet<string> s_attributes = new[]
    {
        "href", "hidden", "style", "lang", "xml:lang", "rel", "name", "property", "itemprop", "http-equiv", "content", "datetime", "role",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_isRead =
        s_attributes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Scripts and comments are passed over, positions not kept, and of attributes only what is read: it parses many times as fast,
    /// and a tag of a million attributes costs nothing.
    /// </summary>
    private static HtmlParserOptions Options(HtmlBudget budget) => new()
    {
        ShouldEmitAttribute = static (ref _, name) => s_isRead.Contains(name.Span),
        OnToken = (_, _) => budget.Spend(),
        SkipComments = true,
        SkipScriptText = true,
        SkipRawText = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        MaximumDepth = ReadLimits.Depth,
    };

    public static HtmlPage Parse(string source, CancellationToken cancellationToken)
    {
        var budget = new HtmlBudget(cancellationToken);
        using var document = new HtmlParser(Options(budget)).ParseDocument(source);
        var metadata = HtmlMetadata.Read(document, source);
        var blocks = document.Body is { } body ? HtmlBlocks.Cut(body, budget) : [];
        var title = HtmlTitle.Choose(metadata, blocks);
        return new HtmlPage(metadata, blocks, title, HtmlRegion.Find(blocks, title.Last), HtmlFile.Find(document, budget));
    }

    public static List<HtmlBlock> CutFragment(string fragment, CancellationToken cancellationToken)
    {
        var budget = new HtmlBudget(cancellationToken);
        using var document = new HtmlParser(Options(budget)).ParseDocument(fragment);
        return document.Body is { } body ? HtmlBlocks.Cut(body, budget) : [];
    }
}

/// <summary>A document that the page links to.</summary>
internal sealed record HtmlFile(string Href, IElement Link)
{
    private static readonly string[] s_endings = [".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ppt", ".pptx", ".zip"];

    public static List<HtmlFile> Find(IDocument document, HtmlBudget budget)
    {
        var files = new List<HtmlFile>();
        foreach (var element in document.All)
        {
            budget.Spend();
            if (element.LocalName == "a" && element.GetAttribute("href") is { } href && (IsFile(href) || NamesFile(element)))
            {
                files.Add(new HtmlFile(href, element));
            }
        }

        return files;
    }

    /// <summary>
    /// Content systems hand files out by number; then the link's own words say what it is: communique.pdf, Download (PDF, 2 MB).
    /// </summary>
    private static bool NamesFile(IElement link)
    {
        var text = link.TextContent;
        return text.Length is > 4 and < 200
            && (IsFile(text.Trim())
                || text.Contains("(PDF", StringComparison.OrdinalIgnoreCase)
                || text.Contains("[PDF", StringComparison.OrdinalIgnoreCase));
    }

    public static bool IsFile(string href)
    {
        var end = href.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? href : href[..end];
        return s_endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }
}
