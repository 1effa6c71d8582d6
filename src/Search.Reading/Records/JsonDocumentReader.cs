using System.Globalization;
using System.Runtime.CompilerServices;
using Search.Reading.Files;

namespace Search.Reading.Records;

/// <summary>
/// JSON that is no JSON Lines: an array of objects, an object with a list of them, or objects over several lines. It is streamed, an
/// object at a time; each is read as a line of JSON Lines is.
/// </summary>
internal static class JsonDocumentReader
{
    public static async IAsyncEnumerable<UnreadRecord> ReadAsync(
        SourceFile file, JsonShape shape, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cutter = new JsonObjectCutter(shape, ReadLimits.LineBytes);
        var objects = new List<CutObject>();
        var buffer = new byte[64 << 10];
        for (var isEnded = false; !isEnded; objects.Clear())
        {
            var read = await file.Content.ReadAsync(buffer, cancellationToken);
            isEnded = read == 0;
            cutter.Add(buffer.AsSpan(0, read), objects);
            if (isEnded)
            {
                cutter.Complete(objects);
            }

            foreach (var found in objects)
            {
                yield return Record(found, Location(file, found.Number), file, options);
            }
        }

        if (cutter.IsOpen)
        {
            yield return file.Refuse(
                Location(file, cutter.Count + 1), ReadFaultKind.Malformed, "The JSON ends before its brackets are closed.");
        }
    }

    private static UnreadRecord Record(CutObject found, string location, SourceFile file, ReadOptions options)
    {
        if (found.Bytes is { } bytes)
        {
            var origin = RecordOrigin.Of(file, location, options);
            return origin.Unread(token => JsonLinesReader.Read(bytes, origin, token), bytes.Length);
        }

        return found.IsObject
            ? file.Refuse(location, ReadFaultKind.TooLarge, $"The object is longer than {ReadLimits.LineBytes >> 20} MB.")
            : file.Refuse(location, ReadFaultKind.Malformed, "Something other than an object stands in the list.");
    }

    private static string Location(SourceFile file, long number) => string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{number}");
}
