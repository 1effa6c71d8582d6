using System.IO.Compression;
using System.Text;

namespace Search.Testing.Generation;

/// <summary>A file that is made to cost or to break.</summary>
/// <param name="Name">Its file name, with the ending that an attacker or an accident gives it.</param>
/// <param name="Description">What is wrong with it.</param>
/// <param name="Kinds">
/// What a reader names it, by kinds of fault separated by |; Read where what can be read of it is a statement. Two stand where a faster
/// machine gets to the end of what a slower one gives up.
/// </param>
public sealed record HostileFile(string Name, string Description, string Kinds, Func<byte[]> Make)
{
    public bool IsNamed(string kind) => Kinds.Split('|').Contains(kind, StringComparer.Ordinal);
}

/// <summary>
/// Files made to cost time or memory or to break a reader, and what a reader is to say of them. One list for the test that checks it
/// and the benchmark that measures it.
/// </summary>
public static class HostileFiles
{
    /// <summary>What most of them weigh: far more than a page, less than is refused unread.</summary>
    private const int Large = 10 << 20;

    /// <summary>Just under the number of tags at which a page is refused unparsed.</summary>
    private const int ManyTags = 249_000;

    private const string Sentence = "<p>The keepers of the northern cape have asked for oil, and the council has answered them.</p>";

    public static IReadOnlyList<HostileFile> All { get; } =
    [
        new("nested.html", "10 MB of nested tags", "TooLarge", () => Repeat("<div><b>", Large)),
        new("nested-allowed.html", "as many nested tags as are parsed", "TooLarge|Shell", () => Repeat("<div>", ManyTags * 5)),
        new("misnested.html", "formatting elements that every paragraph opens again", "TooLarge|Shell",
            () => Repeat(index => $"<p><font size={index}>", ManyTags / 2)),
        new("adoption.html", "links and bold text closed in the wrong order", "TooLarge|Shell",
            () => Repeat(index => $"<a href={index}><b><p></a>", ManyTags / 4)),
        new("tables.html", "tables in tables, with text outside their cells", "TooLarge|Shell",
            () => Repeat("<table><tr>x<td>", ManyTags / 3 * 16)),
        new("attributes.html", "one tag with a million attributes", "Shell",
            () => Ascii("<html><body><p " + Join(index => $"a{index}=1 ", Large / 10) + ">x</p></body></html>")),
        new("open-comments.html", "comments that are never closed", "Shell", () => Repeat("<!--", ManyTags * 4)),
        new("entities.html", "references to characters, broken and whole", "TooLarge",
            () => Repeat("&amp&#x110000;&notit;&CounterClockwiseContourIntegra", Large)),
        new("links.html", "fifty thousand links", "List|TooLarge",
            () => Repeat(index => $"<a href=/{index}>Statement of the keepers no. {index}</a><br>", 50_000)),
        new("broken.html", "10 MB of bytes that no character set has", "TooLarge", () => Noise(Large)),
        new("utf7.html", "a character set that is not decoded for safety's sake", "Read",
            () => [.. Ascii("<html><head><meta charset=utf-7></head><body><h1>On lamps \u00e9 </h1>"), 0xE9, 0xFF,
            .. Ascii(Sentence + Sentence + "</body></html>")]),
        new("laughs.xml", "entities that multiply, in a feed", "Malformed",
            () =>
            Ascii(Laughs + "<rss><channel><title>x</title>"
                + "<item><title>Laughing</title><description>&f;</description></item></channel></rss>")),
        new("laughs.html", "entities that multiply, in a page", "Shell",
            () => Ascii(Laughs + "<html><body><h1>Laughing</h1><p>&f;</p></body></html>")),
        new("script.html", "a page that only scripts fill", "Shell",
            () => Ascii("<html><body><script>" + Join(_ => "document.write('A sentence that only scripts write.');", Large / 60)
            + "</script></body></html>")),
        new("linked-data.html", "JSON-LD nested without end", "Shell",
            () => Ascii("<html><head><script type=\"application/ld+json\">" + new string('[', 150_000)
            + "</script></head><body></body></html>")),
        new("empty.html", "an empty file", "Shell", () => []),
        new("picture.html", "a picture named a page", "Unsupported",
            () => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. new byte[1000]]),
        new("binary.bin", "bytes", "Unsupported", () => [.. Enumerable.Range(0, 100_000).Select(index => (byte)((index * 7919) >> 3))]),
        new("pages.pdf", "a PDF whose catalogue is missing", "Malformed",
            () => Ascii("%PDF-1.4\n1 0 obj <</Type/Page>> endobj\n2 0 obj <</Subtype/Image/Filter/DCTDecode>> stream\nxxxx\nendstream "
            + "endobj\n%%EOF")),
        new("streams.pdf", "a PDF of a hundred thousand small packed streams", "Malformed", () => Streams(100_000, [1, 2, 3])),
        new("bomb.pdf", "a PDF whose streams unpack to gigabytes", "Malformed", () => Streams(40, new byte[64 << 20])),
        new("content.pdf", "a PDF whose page unpacks to gigabytes", "TooLarge",
            () => HostilePdf.OfContent(Deflate(new byte[96 << 20]), "/Filter /FlateDecode")),
        new("twice.pdf", "a PDF whose page is packed twice", "TooLarge",
            () => HostilePdf.OfContent(Deflate(Deflate(new byte[96 << 20])), "/Filter [/FlateDecode /FlateDecode]")),
        new("letters.pdf", "a PDF whose page has a million letters", "TooLarge",
            () => HostilePdf.OfContent(Ascii("BT /F1 1 Tf 1 1 Td (" + new string('x', 1 << 20) + ") Tj ET"))),
        new("states.pdf", "a PDF whose page saves its state a million times", "TooLarge",
            () => HostilePdf.OfContent(Ascii(Join(_ => "q ", 1 << 20)))),
        new("forms.pdf", "a PDF whose forms draw each other again and again", "TooLarge", HostilePdf.OfForms),
        new("deep.pdf", "a PDF whose page is an array nested without end", "Malformed|Shell|TooLarge",
            () => HostilePdf.OfContent(Ascii(new string('[', 1 << 20)))),
        new("tree.pdf", "a PDF whose pages are their own parents", "Malformed|Shell|TooLarge", HostilePdf.OfCircle),
        new("diagonal.pdf", "a PDF of thirty thousand letters, each in its own column and line", "TooLarge",
            () => HostilePdf.OfContent(Ascii("BT /F1 .01 Tf " + Join(_ => ".02 .02 Td (x) Tj ", 29_000) + "ET"))),
        new("pile.pdf", "a PDF of thirty thousand letters in one place", "Read|Shell|TooLarge",
            () => HostilePdf.OfContent(Ascii("BT /F1 9 Tf 99 99 Td " + Join(index => $"({(char)('a' + (index % 26))}) Tj -4 0 Td ",
                29_000) + "ET"))),
        new("bomb.docx", "a document whose text unpacks to gigabytes", "TooLarge", () => Office(Ascii(new string(' ', 96 << 20)))),
        new("nested.docx", "a document nested without end", "TooLarge|Malformed", () => Office(Ascii(Join(_ => "<p>", 1_000_000)))),
        new("laughs.docx", "entities that multiply, in a document", "Malformed", () => Office(Ascii(Laughs + "<rss>&f;</rss>"))),
        new("parts.mhtml", "a saved page of a million parts", "TooLarge",
            () => Ascii("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=a\n\n" + Join(_ => "--a\n\nx\n", 1 << 20))),
        new("nested.mhtml", "a saved page of parts in parts", "Shell|TooLarge|Malformed",
            () => Ascii("MIME-Version: 1.0\n" + Join(index => $"Content-Type: multipart/related; boundary=a{index}\n\n--a{index}\n",
                100_000))),
        new("line.jsonl", "a line of 50 MB", "TooLarge", () => Ascii("{\"title\":\"" + new string('x', 50 << 20) + "\"}\n")),
        new("quotes.csv", "a table of quotation marks that nothing closes", "Malformed",
            () => Ascii("title,text\n" + Join(index => $"x,\"{index}\nx,y\n", 50_000))),
        new("open.csv", "a table whose first field never ends", "TooLarge|Malformed",
            () => Ascii("title,text\n\"" + Join(_ => "the keepers ask\n", 1 << 20))),
        new("commas.csv", "a row of twenty million fields", "TooLarge", () => Ascii("title,text\n" + new string(',', 20 << 20))),
        new("header.csv", "a header of a million columns", "Malformed|TooLarge", () => Ascii(new string(',', 1 << 20) + "\n1,2\n")),
        new("array.json", "an array nested without end", "Malformed", () => Ascii("[{\"a\":" + new string('[', 1 << 20))),
        new("object.json", "an object of 50 MB in an array", "TooLarge",
            () => Ascii("[{\"title\":\"" + new string('x', 50 << 20) + "\"}]")),
        new("numbers.json", "a list of millions of numbers", "Malformed", () => Ascii("[{}," + Join(_ => "1,", 2_000_000) + "1]")),
        new("deep.jsonl", "an object nested without end", "Malformed", () => Ascii("{\"a\":" + new string('[', 1 << 20))),
        new("paragraph.txt", "one paragraph of 10 MB", "TooLarge", () => Repeat("The keepers ask, the council answers; ", Large)),
        new("quotes.txt", "a text of nothing but quotation marks and dates", "Read", () => Repeat("\" 1.2. \u201c 3/4 said ", 900_000)),
        new("bomb.html.gz", "64 MB packed into a few", "TooLarge", () => Pack(64 << 20)),
        new("broken.gz", "a packed file cut short", "Malformed", () => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
        new("nested.xml", "an entry nested without end", "TooLarge", () => Ascii(FeedHead + "<item>" + Join(_ => "<a>", 350_000))),
        new("nested-head.xml", "a feed nested without end before its first entry", "TooLarge",
            () => Ascii("<rss>" + Join(_ => "<a>", 350_000))),
        new("elements.xml", "an entry of a million elements", "TooLarge",
            () => Ascii(FeedHead + "<item>" + Join(_ => "<a/>", 1_000_000) + "</item></channel></rss>")),
        new("xml-attributes.xml", "an element with a hundred thousand attributes in a feed", "Shell",
            () => Ascii(FeedHead + "<item " + Join(index => $"a{index}='' ", 100_000) + "><title>x</title></item></channel></rss>")),
        new("entry.xml", "an entry whose text has more tags than a page may have", "TooLarge",
            () => Ascii(FeedHead + "<item><title>x</title><description><![CDATA[" + Join(_ => "<p>x</p>", 200_000)
            + "]]></description></item></channel></rss>")),
        new("documents.html", "sixty thousand linked documents", "List|TooLarge", () => Repeat(index => index switch
        {
            0 => "<h1>Documents of the keepers</h1>",
            < 4 => $"<p><a href=/{index}>Statement of the keepers no. {index}</a></p>",
            _ => $"<p><a href=/{index}.pdf>{index}</a></p>",
        }, 60_000)),
        new("paragraphs.html", "seventy thousand paragraphs in one element", "TooLarge|Read",
            () => Ascii("<html><body><h1>On lamps</h1><div>" + Join(_ => Sentence, 70_000) + "</div></body></html>")),
        new("numbers.html", "sixty thousand days whose month may be either number", "TooLarge|Read|Shell",
            () => Ascii("<html><body><h1>On lamps</h1>" + Join(_ => "<p>1/2/2024</p>", 60_000) + Sentence + Sentence + Sentence
            + "</body></html>")),
        new("days.txt", "half a million days without a year", "Read|TooLarge",
            () => Ascii(Join(_ => "1 May\n", 500_000)
            + "\nThe keepers of the northern cape have asked for oil, and the council has answered them.\n")),
        new("title.html", "a title of megabytes, and thirty thousand paragraphs to compare it with", "TooLarge",
            () => Ascii("<html><head><title>" + new string('x', 4 << 20) + "</title></head><body>"
            + Join(_ => Sentence + "<li>x</li>", 30_000) + "</body></html>")),
        new("parts.html", "a title of a million parts", "TooLarge|Shell",
            () => Ascii("<html><head><title>" + Join(_ => "a|", 1 << 20) + "</title><meta property=og:title content=\""
            + new string('b', 1 << 20) + "\"></head><body>" + Sentence + "</body></html>")),
        new("heading.html", "a heading of a hundred thousand lines", "TooLarge",
            () => Ascii("<html><body><h1>" + Join(_ => "lamps and oil<br>", 100_000) + "</h1>" + Sentence + Sentence + "</body></html>")),
        new("issuer.jsonl", "an issuer of megabytes", "TooLarge",
            () => Ascii("{\"title\":\"x\",\"text\":\"On lamps.\",\"issuer\":\"" + Join(_ => "China ", 600_000) + "\"}\n")),
        new("feed.xml", "a feed cut short", "Malformed", () => Ascii("<rss><channel><title>x</title><item><title>A")),
    ];

    private const string FeedHead = "<rss><channel><title>Harbour news</title>";

    private static string Laughs { get; } =
        "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"" + new string('h', 1000) + "\">"
        + string.Concat("bcdef".Select(name => $"<!ENTITY {name} \"{string.Concat(Enumerable.Repeat($"&{(char)(name - 1)};", 20))}\">"))
            + "]>";

    private static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    private static byte[] Repeat(string text, int length) => Ascii(string.Concat(Enumerable.Repeat(text, length / text.Length)));

    private static byte[] Repeat(Func<int, string> text, int count) => Ascii("<html><body>" + Join(text, count));

    private static string Join(Func<int, string> text, int count) => string.Concat(Enumerable.Range(0, count).Select(text));

    /// <summary>The same bytes each time, with the tags of a page at the start so that they pass for one.</summary>
    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        var state = 0x9E3779B9u;
        for (var index = 0; index < bytes.Length; index++)
        {
            state = (state * 1_664_525) + 1_013_904_223;
            bytes[index] = (byte)(0x80 | (state >> 25));
        }

        var head = "<html><body><h1>Title</h1><p>"u8;
        head.CopyTo(bytes);
        "                "u8.ToArray().CopyTo(bytes, head.Length);
        bytes.AsSpan(head.Length + 16, 4200).Fill((byte)' ');
        return bytes;
    }

    private static byte[] Streams(int count, byte[] content)
    {
        var packed = Deflate(content);
        using var file = new MemoryStream();
        file.Write("%PDF-1.4\n/Type/Page "u8);
        for (var index = 0; index < count; index++)
        {
            file.Write("1 0 obj <<>> stream\n"u8);
            file.Write(packed);
            file.Write("\nendstream endobj\n"u8);
        }

        return file.ToArray();
    }

    private static byte[] Deflate(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>A package with this for its text.</summary>
    private static byte[] Office(byte[] text)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            part.Write(text);
        }

        return packed.ToArray();
    }

    private static byte[] Pack(int length)
    {
        var content = new byte[length];
        content.AsSpan().Fill((byte)' ');
        "<html><body>"u8.CopyTo(content);
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(content);
        }

        return packed.ToArray();
    }
}
