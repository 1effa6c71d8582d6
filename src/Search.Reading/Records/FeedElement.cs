using System.Xml;
using System.Xml.Linq;
using Search.Reading.Files;

namespace Search.Reading.Records;

/// <summary>
/// Reads an element with all that is in it, within the limits of a page. <see cref="XNode.ReadFrom"/> has none, and goes up to the root
/// for every element that it adds: a megabyte of open elements takes it minutes.
/// </summary>
internal sealed class FeedElement
{
    /// <summary>Adding an attribute looks through those before it; what an element says of use is among the first.</summary>
    private const int MostAttributes = 64;

    /// <summary>No DTD, so no entities that multiply; nothing is fetched.</summary>
    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        ConformanceLevel = ConformanceLevel.Fragment,
    };

    private readonly XmlReader _xml;

    private FeedElement(XmlReader xml) => _xml = xml;

    /// <summary>The first element of a text.</summary>
    /// <exception cref="XmlException">When it is not sound, or not closed.</exception>
    public static XElement Parse(string text, IReadOnlyDictionary<string, string> namespaces)
    {
        var context = new XmlParserContext(null, new FeedNamespaces(namespaces), null, XmlSpace.None);
        using var reader = new StringReader(text);
        using var xml = XmlReader.Create(reader, s_settings, context);
        xml.MoveToContent();
        return new FeedElement(xml).Read();
    }

    private XElement Read()
    {
        var root = Open();
        if (_xml.IsEmptyElement)
        {
            return root;
        }

        for (var inside = root; inside is not null;)
        {
            inside = _xml.Read() ? Add(inside) : throw new XmlException("An element is not closed.");
        }

        return root;
    }

    /// <summary>Where the next node belongs; null behind the end of the first element.</summary>
    private XElement? Add(XElement inside)
    {
        switch (_xml.NodeType)
        {
            case XmlNodeType.Element:
                var isEmpty = _xml.IsEmptyElement;
                var child = Open();
                inside.Add(child);
                return isEmpty ? inside : child;
            case XmlNodeType.EndElement:
                return inside.Parent;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                inside.Add(new XText(_xml.Value));
                return inside;
            default:
                return inside;
        }
    }

    private XElement Open()
    {
        if (_xml.Depth > ReadLimits.Depth)
        {
            throw new XmlException($"Elements are nested deeper than {ReadLimits.Depth}.");
        }

        var element = new XElement(XNamespace.Get(_xml.NamespaceURI).GetName(_xml.LocalName));
        for (var count = 0; count < MostAttributes && _xml.MoveToNextAttribute(); count++)
        {
            var name = XNamespace.Get(_xml.Prefix.Length == 0 ? string.Empty : _xml.NamespaceURI).GetName(_xml.LocalName);
            element.SetAttributeValue(name, _xml.Value);
        }

        _xml.MoveToElement();
        return element;
    }
}
