using System.Xml;
using Search.Reading.Files;
using Search.Reading.Pages;

namespace Search.Reading.Documents;

/// <summary>Reads a word processor's document (Office Open XML): its paragraphs, tables row by row, and footnotes behind them.</summary>
internal static class DocxReader
{
    private const string MainPart = "word/document.xml";
    private const string MainType = "/officeDocument";

    public static ReadResult Read(byte[] bytes, RecordOrigin origin, CancellationToken cancellationToken)
    {
        try
        {
            using var package = new OfficePackage(bytes);
            var main = NameOfMain(package);
            if (main is null || !main.StartsWith("word/", StringComparison.OrdinalIgnoreCase))
            {
                return origin.Fault(ReadFaultKind.Unsupported, $"The file is {Describe(package)}, which is not read.");
            }

            var styles = DocxStyles.Read(package);
            var text = DocxText.Read(package, main, cancellationToken);
            var notes = DocxText.Read(package, "word/footnotes.xml", cancellationToken)
                .Concat(DocxText.Read(package, "word/endnotes.xml", cancellationToken));
            return DocumentReader.Read([.. styles.Rank([.. text, .. notes])], Frame(package, cancellationToken), origin, cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or NotSupportedException)
        {
            return origin.Fault(ReadFaultKind.Malformed, $"The document is broken: {exception.Message}");
        }
    }

    private static string? NameOfMain(OfficePackage package)
    {
        using var relations = package.Open("_rels/.rels");
        while (relations?.Read() == true)
        {
            if (relations.LocalName == "Relationship"
                && relations.GetAttribute("Type")?.EndsWith(MainType, StringComparison.Ordinal) == true)
            {
                return relations.GetAttribute("Target")?.TrimStart('/');
            }
        }

        return package.Names.Contains(MainPart, StringComparer.OrdinalIgnoreCase) ? MainPart : null;
    }

    private static string Describe(OfficePackage package) =>
        package.Names.Any(name => name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) ? "a spreadsheet (XLSX)"
        : package.Names.Any(name => name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)) ? "a presentation (PPTX)"
        : "a packed archive (ZIP)";

    private static DocumentFrame Frame(OfficePackage package, CancellationToken cancellationToken)
    {
        string? title = null, author = null;
        using (var properties = package.Open("docProps/core.xml"))
        {
            while (properties?.Read() == true)
            {
                if (properties.NodeType == XmlNodeType.Element
                    && properties.LocalName is "title" or "creator" && !properties.IsEmptyElement)
                {
                    var isTitle = properties.LocalName == "title";
                    var value = properties.Read() && properties.NodeType == XmlNodeType.Text ? properties.Value : null;
                    (title, author) = isTitle ? (value, author) : (title, value);
                }
            }
        }

        var heads = package.Names.Where(name => name.StartsWith("word/header", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .Take(3).SelectMany(name => DocxText.Read(package, name, cancellationToken))
            .Select(paragraph => paragraph.Text).Distinct().ToList();
        return new DocumentFrame
        {
            Heads = heads,
            Title = title,
            Author = author,
            Explanation = [.. heads.Select(head => $"Cut above the text of every page: {head}")],
        };
    }
}
