using System.Globalization;
using System.Text;
using System.Xml;
using Search.Reading.Files;

namespace Search.Reading.Documents;

/// <summary>The paragraphs of one part of a document, in one pass over its elements.</summary>
internal sealed class DocxText
{
    /// <summary>More than a text may have: what is behind it would be refused with it.</summary>
    private const int MostCharacters = 2 * ReadLimits.TextCharacters;
    private readonly List<DocxParagraph> _paragraphs = [];
    private readonly Stack<OpenParagraph> _open = new();
    private readonly Stack<TableRow> _rows = new();
    private int _characters;
    private bool _isNoteOfProgram;

    private DocxText()
    {
    }

    /// <returns>None when there is no such part.</returns>
    public static IReadOnlyList<DocxParagraph> Read(OfficePackage package, string name, CancellationToken cancellationToken)
    {
        var text = new DocxText();
        using var xml = package.Open(name);
        var isMoved = xml?.Read() == true;
        while (isMoved && text._characters <= MostCharacters)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (xml!.Depth > ReadLimits.Depth)
            {
                throw new RecordTooCostlyException($"The document's elements are nested deeper than {ReadLimits.Depth}.");
            }

            isMoved = text.Take(xml);
        }

        return text._paragraphs;
    }

    /// <summary>False at the end. What was deleted or moved away, field codes and older programs' versions are passed over.</summary>
    private bool Take(XmlReader xml)
    {
        if (xml.NodeType == XmlNodeType.Element)
        {
            if (xml.LocalName is "del" or "moveFrom" or "Fallback" or "instrText" or "delText" or "rt")
            {
                xml.Skip();
                return !xml.EOF;
            }

            Open(xml);
        }
        else if (xml.NodeType == XmlNodeType.EndElement)
        {
            Close(xml.LocalName);
        }
        else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
        {
            AddText(xml.Value);
        }

        return xml.Read();
    }

    private void Open(XmlReader xml)
    {
        var isEmpty = xml.IsEmptyElement;
        switch (xml.LocalName)
        {
            case "p" when !isEmpty:
                _open.Push(new OpenParagraph());
                break;
            case "tr" when !isEmpty:
                _rows.Push(new TableRow(_paragraphs.Count));
                break;
            case "tc" when !isEmpty && _rows.TryPeek(out var row):
                row.BeginCell(_paragraphs.Count);
                break;
            case "footnote" or "endnote":
                _isNoteOfProgram = DocxXml.Attribute(xml, "type") is not (null or "normal");
                break;
            default:
                if (_open.TryPeek(out var paragraph))
                {
                    OpenInside(xml, paragraph, isEmpty);
                }

                break;
        }
    }

    private static void OpenInside(XmlReader xml, OpenParagraph paragraph, bool isEmpty)
    {
        switch (xml.LocalName)
        {
            case "t":
                paragraph.IsInText = !isEmpty;
                break;
            case "tab" when paragraph.IsInRun:
            case "br" or "cr" or "ptab":
                paragraph.Text.Append(' ');
                break;
            case "noBreakHyphen":
                paragraph.Text.Append('-');
                break;
            case "r" when !isEmpty:
                paragraph.BeginRun();
                break;
            case "pStyle":
                paragraph.Style = DocxXml.Attribute(xml, "val");
                break;
            case "b" when paragraph.IsInRun:
                paragraph.IsRunBold = DocxXml.IsOn(xml);
                break;
            case "sz" when paragraph.IsInRun:
                paragraph.RunSize = int.TryParse(
                    DocxXml.Attribute(xml, "val"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0;
                break;
        }
    }

    private void AddText(string text)
    {
        if (_open.TryPeek(out var paragraph) && paragraph.IsInText)
        {
            paragraph.Add(text);
            _characters += text.Length;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "p" when _open.TryPop(out var paragraph):
                if (!_isNoteOfProgram)
                {
                    _paragraphs.Add(paragraph.Close());
                }

                break;
            case "t" when _open.TryPeek(out var paragraph):
                paragraph.IsInText = false;
                break;
            case "r" when _open.TryPeek(out var paragraph):
                paragraph.IsInRun = false;
                break;
            case "tr" when _rows.TryPop(out var row):
                row.Close(_paragraphs);
                break;
        }
    }

    private sealed class OpenParagraph
    {
        private readonly Dictionary<int, int> _sizes = [];
        private int _bold;
        private int _letters;

        public StringBuilder Text { get; } = new();

        public string? Style { get; set; }

        public bool IsInText { get; set; }

        public bool IsInRun { get; set; }

        public bool IsRunBold { get; set; }

        public int RunSize { get; set; }

        public void BeginRun() => (IsInRun, IsRunBold, RunSize) = (true, false, 0);

        public void Add(string text)
        {
            Text.Append(text);
            _letters += text.Length;
            _bold += IsRunBold ? text.Length : 0;
            _sizes[RunSize] = _sizes.GetValueOrDefault(RunSize) + text.Length;
        }

        public DocxParagraph Close() => new(
            Text.ToString(), Style, _sizes.Count == 0 ? 0 : _sizes.MaxBy(pair => pair.Value).Key, _letters > 0 && _bold == _letters);
    }

    /// <summary>A row whose cells have a paragraph each is one paragraph; where they have several, the table lays out a page.</summary>
    private sealed class TableRow(int start)
    {
        private readonly List<int> _cells = [];

        public void BeginCell(int paragraphs) => _cells.Add(paragraphs);

        public void Close(List<DocxParagraph> paragraphs)
        {
            var ends = _cells.Skip(1).Append(paragraphs.Count);
            if (paragraphs.Count - start < 2 || _cells.Zip(ends).Any(cell => Written(paragraphs, cell.First, cell.Second) > 1))
            {
                return;
            }

            var cells = paragraphs[start..].Where(paragraph => !string.IsNullOrWhiteSpace(paragraph.Text)).ToList();
            paragraphs.RemoveRange(start, paragraphs.Count - start);
            paragraphs.Add(new DocxParagraph(string.Join(' ', cells.Select(cell => cell.Text)), null, 0, cells.All(cell => cell.IsBold)));
        }

        private static int Written(List<DocxParagraph> paragraphs, int from, int to) =>
            paragraphs[from..to].Count(paragraph => !string.IsNullOrWhiteSpace(paragraph.Text));
    }
}
