using System.Globalization;
using System.Xml;
using Search.Reading.Pages;
using Search.Reading.Text;

namespace Search.Reading.Documents;

/// <summary>Which paragraphs are set above the text. Styles have ids in the program's language and names in English.</summary>
internal sealed class DocxStyles
{
    private const double TitleRank = 4;
    private const double HeadingRank = 3;
    private readonly Dictionary<string, double> _ranks = new(StringComparer.Ordinal);

    public static DocxStyles Read(OfficePackage package)
    {
        var styles = new DocxStyles();
        using var xml = package.Open("word/styles.xml");
        var id = string.Empty;
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "style" })
            {
                id = DocxXml.Attribute(xml, "styleId") ?? string.Empty;
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "name" }
                && RankOf(DocxXml.Attribute(xml, "val")) is > 0 and var rank)
            {
                styles._ranks[id] = rank;
            }
        }

        return styles;
    }

    public IEnumerable<DocumentParagraph> Rank(IReadOnlyList<DocxParagraph> paragraphs)
    {
        var body = paragraphs.GroupBy(paragraph => paragraph.Size).MaxBy(group => group.Sum(paragraph => paragraph.Text.Length))?.Key ?? 0;
        foreach (var paragraph in paragraphs)
        {
            var rank = _ranks.GetValueOrDefault(paragraph.Style ?? string.Empty);
            var text = WhiteSpace.Collapse(paragraph.Text);
            if (text.Length > 0)
            {
                yield return new DocumentParagraph(text, rank > 0 ? rank
                    : body > 0 && paragraph.Size > body ? (double)paragraph.Size / body
                    : paragraph.IsBold && !Prose.EndsLikeSentence(text) ? 1
                    : 0);
            }
        }
    }

    private static double RankOf(string? name)
    {
        const string Heading = "heading ";
        return name is null ? 0
            : name.Equals("title", StringComparison.OrdinalIgnoreCase) ? TitleRank
            : name.StartsWith(Heading, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(name.AsSpan(Heading.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var level)
                    ? HeadingRank - (level / 10.0)
            : 0;
    }
}
