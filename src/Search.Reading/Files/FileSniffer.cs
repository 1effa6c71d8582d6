using System.Buffers;
using System.Text;

namespace Search.Reading.Files;

/// <summary>Tells what a file is from its first bytes. The name decides only where the content leaves it open.</summary>
internal static class FileSniffer
{
    /// <summary>How many bytes at the start are enough to tell.</summary>
    public const int Length = 4096;
    private static readonly SearchValues<string> s_feedRoots =
        SearchValues.Create(["<rss", "<feed", "<rdf:RDF"], StringComparison.OrdinalIgnoreCase);

    public static bool IsGzip(ReadOnlySpan<byte> start) => start is [0x1F, 0x8B, ..];

    /// <summary>The first bytes as far as they can be told without their character set.</summary>
    public static string Text(ReadOnlySpan<byte> start) =>
        Encoding.Latin1.GetString(SkipMark(start)).Replace("\0", string.Empty).TrimStart();

    public static FileKind Tell(ReadOnlySpan<byte> start, string name)
    {
        if (start.IsEmpty)
        {
            return FileKind.Empty;
        }

        // Some servers put white space or a mark in front of the PDF header; the format allows it within the first kilobyte.
        if (start[..Math.Min(1024, start.Length)].IndexOf("%PDF-"u8) >= 0)
        {
            return FileKind.Pdf;
        }

        if (FileSignature.Find(start) is { } signature)
        {
            return signature.Kind;
        }

        if (LooksBinary(start))
        {
            return FileKind.Binary;
        }

        var text = Text(start);
        return text.Length == 0 ? TellBlank(start)
            : text[0] is '{' ? FileKind.JsonLines
            : IsFeedBehindRubbish(text, name) ? FileKind.Feed
            : text[0] is '<' ? TellMarkup(text)
            : text[0] is '[' && text.AsSpan(1).TrimStart() is ['{' or ']', ..] ? FileKind.Json
            : IsMail(text) ? IsSavedPage(text) ? FileKind.Mhtml : FileKind.Mail
            : EndsWith(name, ".csv", ".tsv", ".tab") ? FileKind.Table
            : EndsWith(name, ".jsonl", ".ndjson", ".json") ? FileKind.JsonLines
            : EndsWith(name, ".html", ".htm", ".xhtml", ".aspx", ".php") && text.Contains('<') ? FileKind.Html
            : text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? FileKind.Html
            : FileKind.Text;
    }

    /// <summary>White space so far: there may be more behind it, but then it is text.</summary>
    private static FileKind TellBlank(ReadOnlySpan<byte> start) => start.Length < Length ? FileKind.Empty : FileKind.Text;

    private static FileKind TellMarkup(string text) =>
        Opens(text, "<svg") ? FileKind.Picture
        : Opens(text, "<rss") || Opens(text, "<feed") || Opens(text, "<rdf:RDF") ? FileKind.Feed
        : Opens(text, "<?xml") && Names(text, "<rss", "<feed", "<rdf:RDF", ":feed") ? FileKind.Feed
        : FileKind.Html;

    /// <summary>A server's warning or a remark before the feed itself, which its declaration or the file's name announces.</summary>
    private static bool IsFeedBehindRubbish(string text, string name)
    {
        var root = text.AsSpan().IndexOfAny(s_feedRoots);
        return root >= 0 && !Names(text[..root], "<html", "<!doctype html", "<body")
            && (Names(text[..root], "<?xml") || EndsWith(name, ".xml", ".rss", ".atom", ".rdf"));
    }

    /// <summary>Headers of a message, among them the one that says which rules they follow.</summary>
    private static bool IsMail(string text)
    {
        var line = text.AsSpan(0, Math.Max(0, text.AsSpan().IndexOfAny('\r', '\n')));
        var colon = line.IndexOf(':');
        return colon > 0 && !line[..colon].ContainsAny(' ', '\t')
            && (Opens(text, "MIME-Version:") || text.Contains("\nMIME-Version:", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Parts that refer to each other, which mail programs use for pictures too; but a browser has no recipient.</summary>
    private static bool IsSavedPage(string text) =>
        text.Contains("multipart/related", StringComparison.OrdinalIgnoreCase)
        && !text.Contains("\nTo:", StringComparison.OrdinalIgnoreCase) && !text.Contains("\nReceived:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Bytes that no text has in any character set; UTF-16 has its zeros at every other place.</summary>
    private static bool LooksBinary(ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return false;
        }

        var zeros = 0;
        var controls = 0;
        foreach (var value in start)
        {
            zeros += value == 0 ? 1 : 0;
            controls += value is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B or 0) ? 1 : 0;
        }

        // A few stray NULs in a text are mended; a tenth of the bytes is another kind of file.
        return controls * 50 > start.Length || zeros * 10 > start.Length;
    }

    private static ReadOnlySpan<byte> SkipMark(ReadOnlySpan<byte> start) =>
        start is [0xEF, 0xBB, 0xBF, .. var rest] ? rest
        : start is [0xFF, 0xFE, .. var little] ? little
        : start is [0xFE, 0xFF, .. var big] ? big
        : start;

    private static bool Opens(string text, string tag) => text.StartsWith(tag, StringComparison.OrdinalIgnoreCase);

    private static bool Names(string text, params ReadOnlySpan<string> tags)
    {
        foreach (var tag in tags)
        {
            if (text.Contains(tag, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWith(string name, params ReadOnlySpan<string> endings)
    {
        var bare = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        foreach (var ending in endings)
        {
            if (bare.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
