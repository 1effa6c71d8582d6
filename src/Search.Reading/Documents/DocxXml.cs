using System.Xml;

namespace Search.Reading.Documents;

/// <summary>Elements and attributes by their local names: the two editions of the format differ in their namespaces only.</summary>
internal static class DocxXml
{
    public static string? Attribute(XmlReader xml, string name)
    {
        string? value = null;
        for (var isThere = xml.MoveToFirstAttribute(); isThere && value is null; isThere = xml.MoveToNextAttribute())
        {
            value = xml.LocalName == name ? xml.Value : null;
        }

        xml.MoveToElement();
        return value;
    }

    /// <summary>A switch that is on when it is there, unless it says otherwise.</summary>
    public static bool IsOn(XmlReader xml) => Attribute(xml, "val") is not ("0" or "false" or "off");
}
