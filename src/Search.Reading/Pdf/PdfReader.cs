using System.Runtime.ExceptionServices;
using Search.Reading.Files;
using Search.Reading.Pages;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace Search.Reading.Pdf;

/// <summary>Reads the text layer of a PDF. Pages that are pictures only, and files that are encrypted, are named as that.</summary>
internal static class PdfReader
{
    private const int FewestLetters = 20;

    /// <summary>On a thread of its own: a page may be nested more deeply than a pooled thread's stack holds.</summary>
    public static ReadResult Read(byte[] bytes, RecordOrigin origin, CancellationToken cancellationToken)
    {
        ReadResult? result = null;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    result = ReadHere(bytes, origin, cancellationToken);
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            PdfLimits.StackBytes);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }

    private static ReadResult ReadHere(byte[] bytes, RecordOrigin origin, CancellationToken cancellationToken)
    {
        try
        {
            var filters = new BoundedFilters();
            using var document = PdfDocument.Open(
                bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = filters });
            return Read(PdfText.Of(document, filters, cancellationToken), origin, cancellationToken);
        }
        catch (PdfDocumentEncryptedException)
        {
            return origin.Fault(ReadFaultKind.Unsupported, "The PDF is encrypted, and a password opens it.");
        }
        catch (Exception exception) when (IsOfBrokenFile(exception))
        {
            return origin.Fault(ReadFaultKind.Malformed, $"The PDF is broken: {exception.Message}");
        }
    }

    private static ReadResult Read(PdfText text, RecordOrigin origin, CancellationToken cancellationToken)
    {
        if (Fault(text) is { } fault)
        {
            return origin.Fault(fault) with { Explanation = origin.Options.Explain ? text.Explanation : [] };
        }

        return DocumentReader.Read(text.Paragraphs, text.Frame, origin, cancellationToken);
    }

    private static ReadFault? Fault(PdfText text) =>
        text.Pages == 0 ? new ReadFault(ReadFaultKind.Malformed, "The PDF has no page that can be found.")
        : text.Pictures * 2 > text.Pages ? new ReadFault(ReadFaultKind.Scan, "The PDF has pictures of pages and no text.")
        : text.Sideways > text.Letters ? new ReadFault(ReadFaultKind.Unsupported, "The PDF's text does not run from side to side.")
        : text.Letters < FewestLetters ? new ReadFault(ReadFaultKind.Shell, "The PDF has no text.")
        : text.Unknown * 10 > text.Letters
            ? new ReadFault(ReadFaultKind.Unsupported, "The PDF's fonts do not say which characters its letters are.")
        : null;

    /// <summary>What the library throws for a file that breaks its rules; it has no one exception for that.</summary>
    private static bool IsOfBrokenFile(Exception exception) => exception is PdfDocumentFormatException or PdfDocumentStackDepthException
        or InvalidOperationException or ArgumentException or KeyNotFoundException or NullReferenceException or FormatException
        or InvalidCastException or IndexOutOfRangeException or NotSupportedException or OverflowException or IOException
        or InvalidDataException or ArithmeticException;
}
