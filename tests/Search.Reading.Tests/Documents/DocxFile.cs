using System.IO.Compression;
using System.Text;

namespace Search.Reading.Tests.Documents;

/// <summary>Packs a word processor's document from the XML of its parts.</summary>
internal sealed class DocxFile
{
    public const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private readonly List<(string Name, string Content)> _parts = [];

    public DocxFile(string body, string main = "word/document.xml")
    {
        Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        Add("_rels/.rels", "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument/2006/relationships/officeDocument\" "
            + $"Target=\"/{main}\"/></Relationships>");
        Add(main, $"<w:document {Namespace} xmlns:mc=\"x\"><w:body>{body}</w:body></w:document>");
    }

    public DocxFile Add(string name, string content)
    {
        _parts.Add((name, content));
        return this;
    }

    public static string Paragraph(string text, string properties = "", string run = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public byte[] Pack()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return packed.ToArray();
    }
}
