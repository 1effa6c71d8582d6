using System.Globalization;
using System.Text;

namespace Search.Reading.Tests.Pdf;

/// <summary>
/// A PDF written by hand, for what the builder's fonts have no letters for: each text of a glyph gets a code, and the font's own table
/// says which characters it is. Glyphs are half as wide as they are high.
/// </summary>
internal sealed class RawPdf
{
    private readonly List<string> _glyphs = [];
    private readonly StringBuilder _content = new();

    public double Size { get; set; } = 12;

    /// <param name="glyphs">From left to right; one or more characters each.</param>
    public void Put(double x, double y, IEnumerable<string> glyphs)
    {
        _content.Append(CultureInfo.InvariantCulture, $"BT /F1 {Size} Tf {x} {y} Td <");
        foreach (var glyph in glyphs)
        {
            var code = _glyphs.IndexOf(glyph);
            if (code < 0)
            {
                code = _glyphs.Count;
                _glyphs.Add(glyph);
            }

            _content.Append(CultureInfo.InvariantCulture, $"{code + 1:X4}");
        }

        _content.Append("> Tj ET\n");
    }

    public void Put(double x, double y, string text) => Put(x, y, text.Select(character => character.ToString()));

    /// <summary>A line that runs from right to left: its right edge, and a glyph for every character as they are read.</summary>
    public void PutFromRight(double right, double y, string text)
    {
        var glyphs = text.Reverse().ToArray();
        for (var start = 0; start < glyphs.Length; start++)
        {
            var end = start;
            while (end < glyphs.Length && (char.IsAsciiLetterOrDigit(glyphs[end]) || (end > start && glyphs[end] == ',')))
            {
                end++;
            }

            Array.Reverse(glyphs, start, end - start);
            start = Math.Max(start, end - 1);
        }

        Put(right - (glyphs.Length * Size / 2), y, new string(glyphs));
    }

    public byte[] Build(bool knowsCharacters = true)
    {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def\n"
            + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var (code, glyph) in _glyphs.Index())
        {
            map.Append(CultureInfo.InvariantCulture,
                $"1 beginbfchar <{code + 1:X4}> <{Hex(knowsCharacters ? glyph : "\uE000")}> endbfchar\n");
        }

        map.Append("endcmap end end");
        return PdfFrame.Write(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            PdfFrame.Stream(_content.ToString()),
            "<< /Type /Font /Subtype /Type0 /BaseFont /Fiction /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 8 0 R >>",
            "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Fiction "
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor 7 0 R >>",
            "<< /Type /FontDescriptor /FontName /Fiction /Flags 4 /FontBBox [0 -200 500 800] /ItalicAngle 0 /Ascent 800 /Descent -200 "
                + "/CapHeight 700 /StemV 80 >>",
            PdfFrame.Stream(map.ToString()));
    }

    private static string Hex(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
}

/// <summary>The frame of a file: objects, their places, and where to begin.</summary>
internal static class PdfFrame
{
    public static string Stream(string content, string entries = "") =>
        $"<< /Length {content.Length} {entries} >>\nstream\n{content}\nendstream";

    /// <param name="objects">From number 1, which is the catalogue.</param>
    public static byte[] Write(params string[] objects) => WriteWith(string.Empty, objects);

    /// <param name="trailer">Entries that the trailer has beside its own.</param>
    /// <param name="objects">From number 1, which is the catalogue.</param>
    public static byte[] WriteWith(string trailer, params string[] objects)
    {
        var file = new StringBuilder("%PDF-1.5\n");
        var places = new List<int>();
        foreach (var (index, text) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{text}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture,
            $"trailer << /Size {objects.Length + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
