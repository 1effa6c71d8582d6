using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Search.Reading.Records;

namespace Search.Reading.Tests;

/// <summary>Files made to cost or to break: each gets a named reason in bounded time and memory.</summary>
public class HostilePagesTests
{
    private const int MostSeconds = 60;
    private const long MostBytes = 500L << 20;

    public static TheoryData<string, string, ReadFaultKind> Files => new()
    {
        { "nested.html", "nested", ReadFaultKind.TooLarge },
        { "laughs.xml", "laughs", ReadFaultKind.Shell },
        { "script.html", "script", ReadFaultKind.Shell },
        { "empty.html", "empty", ReadFaultKind.Shell },
        { "picture.html", "picture", ReadFaultKind.Unsupported },
        { "scan.pdf", "scan", ReadFaultKind.Scan },
        { "binary.bin", "binary", ReadFaultKind.Unsupported },
        { "line.jsonl", "line", ReadFaultKind.TooLarge },
        { "bomb.html.gz", "bomb", ReadFaultKind.TooLarge },
        { "broken.gz", "broken-gzip", ReadFaultKind.Malformed },
        { "feed.xml", "cut-feed", ReadFaultKind.Malformed },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task ReadAsync_HostileFile_IsRefusedByNameWithinBounds(string name, string what, ReadFaultKind kind)
    {
        var bytes = Make(what);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var processor = Process.GetCurrentProcess().TotalProcessorTime;

        var results = await Reading.AllAsync(bytes, name);

        var fault = results.Select(result => result.Fault).FirstOrDefault(fault => fault is not null);
        Assert.NotNull(fault);
        Assert.Equal(kind, fault.Kind);
        Assert.NotEmpty(fault.Reason);
        Assert.InRange((Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds, 0, MostSeconds);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: false) - before, long.MinValue, MostBytes);
    }

    [Fact]
    public async Task ReadAsync_NulBytesAndBrokenEncoding_AreReadWithoutThem()
    {
        byte[] page =
        [
            .. "<html><body><h1>Statement on the l\0amps</h1><p>The keepers of the northern cape have asked for "u8, 0xFF, 0xC3, 0x28,
            .. " oil, and the council has answered them today.</p><p>They will receive twelve barrels before the winter.</p></body></html>"u8,
        ];

        var statement = Assert.Single(await Reading.AllAsync(page, "a.html")).Statement;

        Assert.NotNull(statement);
        Assert.DoesNotContain('\0', statement.Title + statement.Body);
    }

    [Fact]
    public async Task ReadAsync_DeeplyNestedText_IsRead()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 20_000)) + "<p>The keepers of the northern cape have asked for oil, and the council has answered.</p>";

        Assert.Single(await Reading.AllAsync(html, "a.html"));
    }

    private static byte[] Make(string what) => what switch
    {
        "nested" => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<div><b>", 1_300_000))),
        "laughs" => Encoding.ASCII.GetBytes(
            "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
            + "<rss><channel><title>x</title><item><title>Laughing</title><description></description></item></channel></rss>"),
        "script" => Encoding.ASCII.GetBytes("<html><body><script>" + string.Concat(Enumerable.Repeat("document.write('A sentence that only scripts write.');", 20_000)) + "</script></body></html>"),
        "empty" => [],
        "picture" => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. new byte[1000]],
        "scan" => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj <</Type/Page>> endobj\n2 0 obj <</Subtype/Image/Filter/DCTDecode>> stream\nxxxx\nendstream endobj\n%%EOF"),
        "binary" => [.. Enumerable.Range(0, 100_000).Select(index => (byte)((index * 7919) >> 3))],
        "line" => Encoding.ASCII.GetBytes("{\"title\":\"" + new string('x', 50 << 20) + "\"}\n"),
        "bomb" => Pack(new byte[64 << 20], "<html><body>"u8),
        "broken-gzip" => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9],
        "cut-feed" => "<rss><channel><title>x</title><item><title>A"u8.ToArray(),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };

    private static byte[] Pack(byte[] content, ReadOnlySpan<byte> head)
    {
        content.AsSpan().Fill((byte)' ');
        head.CopyTo(content);
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(content);
        }

        return packed.ToArray();
    }
}
