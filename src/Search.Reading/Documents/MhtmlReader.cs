using System.Text;
using System.Text.Unicode;
using MimeKit;
using Search.Reading.Files;
using Search.Reading.Html;

namespace Search.Reading.Documents;

/// <summary>Reads a page that a browser saved with its pictures in one file: its HTML, by the rules of pages.</summary>
internal static class MhtmlReader
{
    /// <summary>With pictures a page is far larger than its text.</summary>
    public const int MostBytes = 64 << 20;
    private const int MostParts = 5_000;

    /// <summary>Lines that may be an edge between parts; ends of comments are such lines too.</summary>
    private const int MostEdges = 20_000;

    /// <summary>Multiparts inside one another; a saved page has two.</summary>
    private const int MostDepth = 16;

    public static ReadResult Read(byte[] bytes, RecordOrigin origin, CancellationToken cancellationToken)
    {
        if (bytes.AsSpan().Count("\n--"u8) > MostEdges)
        {
            return origin.Fault(ReadFaultKind.TooLarge, "The saved page has more parts than any that is read.");
        }

        MimeMessage message;
        try
        {
            message = MimeMessage.Load(
                new ParserOptions { MaxMimeDepth = MostDepth }, new MemoryStream(bytes), persistent: true, cancellationToken);
        }
        catch (FormatException exception)
        {
            return origin.Fault(ReadFaultKind.Malformed, $"The saved page is broken: {exception.Message}");
        }

        if (Page(message) is not { } page)
        {
            return origin.Fault(ReadFaultKind.Shell, "The saved page has no HTML among its parts.");
        }

        if (Decode(page, cancellationToken) is not { } html)
        {
            return origin.Fault(ReadFaultKind.TooLarge, $"The page is larger than {ReadLimits.PageBytes >> 20} MB.");
        }

        return HtmlPageReader.Read(Origin(message, page) + html, origin, cancellationToken);
    }

    /// <summary>The part that the message names as its root, or else its first HTML.</summary>
    private static TextPart? Page(MimeMessage message) =>
        (message.Body as MultipartRelated)?.Root is TextPart { IsHtml: true } root ? root
            : message.BodyParts.Take(MostParts).OfType<TextPart>().FirstOrDefault(part => part.IsHtml);

    /// <summary>Sound UTF-8 comes first, then the part's own header, then what the page declares or its letters suggest.</summary>
    private static string? Decode(TextPart page, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        page.Content?.DecodeTo(content, cancellationToken);
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        return bytes.Length > ReadLimits.PageBytes ? null
            : !Utf8.IsValid(bytes) && Declared(page) is { } encoding ? encoding.GetString(bytes)
            : CharacterSet.Decode(bytes);
    }

    private static Encoding? Declared(TextPart page)
    {
        try
        {
            return page.ContentType.Charset is { Length: > 0 } name ? Encoding.GetEncoding(name) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Where the page was saved from, as browsers note it in pages that they save in a folder.</summary>
    private static string Origin(MimeMessage message, TextPart page)
    {
        var address = message.Headers["Snapshot-Content-Location"] ?? page.Headers[HeaderId.ContentLocation]
            ?? message.Headers[HeaderId.ContentLocation];
        return Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? $"<!-- saved from url=({uri.AbsoluteUri.Length:D4}){uri.AbsoluteUri.Replace("--", "%2D%2D", StringComparison.Ordinal)} -->\n"
            : string.Empty;
    }
}
