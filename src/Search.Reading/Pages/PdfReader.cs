using System.Runtime.CompilerServices;
using Search.Reading.Files;

namespace Search.Reading.Pages;

/// <summary>
/// Tells what a PDF is and does not read it (docs/decisions/0052): pages that are pictures are scans; a text layer is refused by name.
/// </summary>
internal static class PdfReader
{
    private const int MostBytes = 64 << 20;

    public static async IAsyncEnumerable<UnreadRecord> ReadAsync(SourceFile file,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var bytes = await WholeFile.ReadBytesAsync(file.Content, MostBytes, cancellationToken);
        yield return bytes is null ? file.Refuse(file.Name, ReadFaultKind.TooLarge, $"The PDF is larger than {MostBytes >> 20} MB.")
            : PdfTextLayer.Tell(bytes, cancellationToken) switch
            {
                TextLayer.None => file.Refuse(file.Name, ReadFaultKind.Scan, "The PDF has pictures of pages and no text."),
                TextLayer.Encrypted => file.Refuse(file.Name, ReadFaultKind.Unsupported, "The PDF is encrypted."),
                TextLayer.Broken => file.Refuse(file.Name, ReadFaultKind.Malformed, "The PDF has no page that can be found."),
                _ => file.Refuse(
                    file.Name,
                    ReadFaultKind.Unsupported,
                    "The PDF has a text layer, which this build does not read: save its text as .txt, or as JSON Lines."),
            };
    }
}
