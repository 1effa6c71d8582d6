using System.Xml;
using System.Xml.Linq;
using Search.Reading.Files;

namespace Search.Reading.Records;

/// <summary>
/// Reads an element with all that is in it, within the limits of a page. <see cref="XNode.ReadFrom"/> has none, and goes up to the root
/// for every element that it adds: a megabyte of open elements takes it minutes.
/// </summary>
internal sealed class FeedElement(XmlReader xml, CancellationToken cancellationToken)
{
    /// <summary>Adding an attribute looks through those before it; what an element says of use is among the first.</summary>
    private const int MostAttributes = 64;
    private XElement? _inside;
    private int _elements;
    private long _characters;

    private bool IsSmall => _elements <= ReadLimits.Elements && _characters <= ReadLimits.PageBytes;

    /// <summary>The element at which the reader stands, which then stands behind it; null when it is larger than a page may be.</summary>
    /// <exception cref="RecordTooCostlyException">When it is nested too deeply to go on.</exception>
    /// <exception cref="XmlException">When it is not sound, or not closed.</exception>
    public async Task<XElement?> ReadAsync()
    {
        (_elements, _characters) = (0, 0);
        var start = xml.Depth;
        var isClosed = xml.IsEmptyElement;
        var root = Open();
        for (_inside = root; !isClosed && await NextAsync();)
        {
            isClosed = xml.NodeType == XmlNodeType.EndElement && xml.Depth == start;
            if (!isClosed && IsSmall)
            {
                await AddAsync(_inside);
            }
        }

        await NextAsync();
        return IsSmall ? root : null;
    }

    /// <summary>The next node; false at the end.</summary>
    /// <exception cref="RecordTooCostlyException">When it stands deeper than any honest feed's.</exception>
    public async Task<bool> NextAsync()
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isThere = await xml.ReadAsync();
        return xml.Depth <= ReadLimits.Depth
            ? isThere
            : throw new RecordTooCostlyException($"The feed's elements are nested deeper than {ReadLimits.Depth}.");
    }

    private async Task AddAsync(XElement inside)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = xml.IsEmptyElement;
                var child = Open();
                inside.Add(child);
                _inside = isEmpty ? inside : child;
                break;
            case XmlNodeType.EndElement:
                _inside = inside.Parent;
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                var text = await xml.GetValueAsync();
                _characters += text.Length;
                inside.Add(xml.NodeType == XmlNodeType.CDATA ? new XCData(text) : new XText(text));
                break;
        }
    }

    private XElement Open()
    {
        _elements++;
        var element = new XElement(XNamespace.Get(xml.NamespaceURI).GetName(xml.LocalName));
        for (var count = 0; count < MostAttributes && xml.MoveToNextAttribute(); count++)
        {
            var name = XNamespace.Get(xml.Prefix.Length == 0 ? string.Empty : xml.NamespaceURI).GetName(xml.LocalName);
            element.Add(new XAttribute(name, xml.Value));
        }

        xml.MoveToElement();
        return element;
    }
}
