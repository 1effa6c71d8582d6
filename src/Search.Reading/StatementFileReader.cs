using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using Search.Reading.Documents;
using Search.Reading.Files;
using Search.Reading.Html;
using Search.Reading.Pages;
using Search.Reading.Pdf;
using Search.Reading.Records;

namespace Search.Reading;

/// <summary>Reads statements from files as they stand on the web or as scrapers save them, whatever kind of file it is.</summary>
/// <remarks>Has no state: one reader may read many files at once.</remarks>
[SuppressMessage("Performance", "CA1822", Justification = "An instance, so that hosts can inject it and settings can join it.")]
public sealed class StatementFileReader
{
    /// <summary>Streams the file's records; a bad one is a result with a fault and never ends the rest.</summary>
    /// <param name="stream">Read from its beginning to its end; not closed.</param>
    /// <param name="name">The file's name or path: its ending is a hint, its content decides.</param>
    /// <param name="options">What else to do.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    public async IAsyncEnumerable<ReadResult> ReadAsync(
        Stream stream, string name, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in CutAsync(stream, name, options, cancellationToken))
        {
            yield return record.Read(cancellationToken);
        }
    }

    /// <summary>
    /// The same, with the work left to the caller: the records come in the file's order as soon as they are cut out, and
    /// <see cref="UnreadRecord.Read"/> may run anywhere.
    /// </summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async IAsyncEnumerable<UnreadRecord> CutAsync(
        Stream stream, string name, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var raw = new CountingStream(stream, cancellationToken);
        await using var records = OpenAsync(raw, name, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (var sound = true; sound;)
        {
            UnreadRecord? record;
            try
            {
                record = await records.MoveNextAsync() ? records.Current : null;
            }
            catch (InvalidDataException exception)
            {
                // What a packed file gave before it broke stands; the rest cannot be found.
                record = new SourceFile(name, Stream.Null, raw)
                    .Refuse(name, ReadFaultKind.Malformed, $"The packed file is broken: {exception.Message}");
                sound = false;
            }

            if (record is null)
            {
                yield break;
            }

            yield return record;
        }
    }

    private static async IAsyncEnumerable<UnreadRecord> OpenAsync(
        CountingStream raw, string name, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var content = await PeekableStream.OpenAsync(raw, cancellationToken);
        if (FileSniffer.IsGzip(content.Start))
        {
            var unpacked = new GZipStream(content, CompressionMode.Decompress, leaveOpen: true);
            content = await PeekableStream.OpenAsync(unpacked, cancellationToken);
        }

        var file = new SourceFile(name, content, raw);
        var kind = Tell(content.Start, name, options);
        await foreach (var record in Records(file, kind, content, options, cancellationToken))
        {
            record.Kind = kind;
            yield return record;
        }
    }

    /// <summary>What looks like text or JSON is looked at more closely by those who read it.</summary>
    private static FileKind Tell(ReadOnlySpan<byte> start, string name, ReadOptions options) => FileSniffer.Tell(start, name) switch
    {
        FileKind.JsonLines when JsonShapes.Tell(start, name) != JsonShape.Lines => FileKind.Json,
        FileKind.Text when TableHeader.IsTable(FirstLine(start), options.Columns) => FileKind.Table,
        var kind => kind,
    };

    private static string FirstLine(ReadOnlySpan<byte> start)
    {
        var text = FileSniffer.Text(start);
        var end = text.AsSpan().IndexOfAny('\r', '\n');
        return end < 0 ? text : text[..end];
    }

    private static IAsyncEnumerable<UnreadRecord> Records(
        SourceFile file, FileKind kind, PeekableStream content, ReadOptions options, CancellationToken cancellationToken) => kind switch
        {
            FileKind.JsonLines => JsonLinesReader.ReadAsync(file, options, cancellationToken),
            FileKind.Json => JsonDocumentReader.ReadAsync(file, JsonShapes.Tell(content.Start, file.Name), options, cancellationToken),
            FileKind.Table => TableReader.ReadAsync(file, options, cancellationToken),
            FileKind.Html => WholeFile.ReadAsync(file, options, HtmlPageReader.Read, cancellationToken),
            FileKind.Feed => FeedReader.ReadAsync(file, options, cancellationToken),
            FileKind.Pdf => WholeFile.ReadAsync(file, options, PdfLimits.Bytes, PdfReader.Read, cancellationToken),
            FileKind.Docx => WholeFile.ReadAsync(file, options, OfficePackage.MostBytes, DocxReader.Read, cancellationToken),
            FileKind.Mhtml => WholeFile.ReadAsync(file, options, MhtmlReader.MostBytes, MhtmlReader.Read, cancellationToken),
            FileKind.Text => WholeFile.ReadAsync(file, options, TextPageReader.Read, cancellationToken),
            _ => One(UnreadFile.Refuse(file, kind, content.Start)),
        };

    private static async IAsyncEnumerable<UnreadRecord> One(UnreadRecord record)
    {
        await Task.CompletedTask;
        yield return record;
    }
}
