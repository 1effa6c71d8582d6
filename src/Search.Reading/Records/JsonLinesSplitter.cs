using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Search.Reading.Records;

/// <summary>A line of a file.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Bytes">Without its line end; null when it was over the limit and was dropped unread.</param>
internal readonly record struct JsonLine(long Number, byte[]? Bytes);

/// <summary>Cuts a stream into lines. A line over the limit is passed over as it streams by and never held whole.</summary>
internal static class JsonLinesSplitter
{
    private const int BufferSize = 64 << 10;

    public static async IAsyncEnumerable<JsonLine> SplitAsync(
        Stream stream, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: BufferSize, leaveOpen: true));
        try
        {
            var number = 1L;
            var overLimit = false;
            for (var ended = false; !ended;)
            {
                var read = await reader.ReadAsync(cancellationToken);
                var buffer = read.Buffer;
                ended = read.IsCompleted;
                while (TryCut(ref buffer, out var line))
                {
                    yield return new JsonLine(number++, overLimit || line.Length > limit ? null : line.ToArray());
                    overLimit = false;
                }

                if (ended && (overLimit || !buffer.IsEmpty))
                {
                    yield return new JsonLine(number, overLimit || buffer.Length > limit ? null : buffer.ToArray());
                }
                else if (buffer.Length > limit)
                {
                    overLimit = true;
                    buffer = buffer.Slice(buffer.End);
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static bool TryCut(ref ReadOnlySequence<byte> buffer, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is not { } end)
        {
            line = default;
            return false;
        }

        line = buffer.Slice(0, end);
        buffer = buffer.Slice(buffer.GetPosition(1, end));
        return true;
    }
}
