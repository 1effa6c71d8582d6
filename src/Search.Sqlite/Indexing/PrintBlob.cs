using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Search.Sqlite.Indexing;

/// <summary>Fingerprints as the archive keeps them: four bytes each, the least significant first.</summary>
internal static class PrintBlob
{
    /// <summary>Null for none.</summary>
    public static byte[]? Write(ReadOnlySpan<uint> prints) =>
        prints.IsEmpty ? null : MemoryMarshal.AsBytes(Ordered(prints)).ToArray();

    public static ReadOnlySpan<uint> Read(ReadOnlySpan<byte> blob) => Ordered(MemoryMarshal.Cast<byte, uint>(blob));

    /// <summary>The same where the processor has that order, too, as nearly all do.</summary>
    private static ReadOnlySpan<uint> Ordered(ReadOnlySpan<uint> prints)
    {
        if (BitConverter.IsLittleEndian)
        {
            return prints;
        }

        var reversed = new uint[prints.Length];
        BinaryPrimitives.ReverseEndianness(prints, reversed);
        return reversed;
    }
}
