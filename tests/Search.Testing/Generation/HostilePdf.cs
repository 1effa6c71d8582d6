using System.Globalization;
using System.Text;

namespace Search.Testing.Generation;

/// <summary>PDFs whose frame is sound and whose page is not.</summary>
internal static class HostilePdf
{
    private const string Catalogue = "<< /Type /Catalog /Pages 2 0 R >>";
    private const string Pages = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
    private const string Font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
    private const string Page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        + "/Resources << /Font << /F1 4 0 R >> /XObject << /X 6 0 R >> >> >>";

    /// <param name="content">Instructions that draw the only page.</param>
    /// <param name="entries">What the stream says of itself.</param>
    public static byte[] OfContent(byte[] content, string entries = "") => Write([Catalogue, Pages, Page, Font, Stream(content, entries)]);

    /// <summary>Twelve forms, each of which draws the next one ten times.</summary>
    public static byte[] OfForms()
    {
        var forms = Enumerable.Range(6, 12).Select(number => Stream(
            Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(number == 17 ? "BT /F1 9 Tf (x) Tj ET " : "/X Do ", 10))),
            $"/Type /XObject /Subtype /Form /BBox [0 0 595 842] "
                + $"/Resources << /Font << /F1 4 0 R >> /XObject << /X {Math.Min(17, number + 1)} 0 R >> >>"));
        return Write([Catalogue, Pages, Page, Font, Stream("/X Do"u8.ToArray(), string.Empty), .. forms]);
    }

    public static byte[] OfCircle() => Write([Catalogue, "<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 2 0 R] /Count 2 >>"]);

    private static string Stream(byte[] content, string entries) =>
        $"<< /Length {content.Length} {entries} >>\nstream\n{Encoding.Latin1.GetString(content)}\nendstream";

    private static byte[] Write(IEnumerable<string> objects)
    {
        var file = new StringBuilder("%PDF-1.5\n");
        var places = new List<int>();
        foreach (var text in objects)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{places.Count} 0 obj\n{text}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        }

        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
