using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Search.Sqlite.Native;

/// <summary>
/// How tokens travel to FTS5. Text is analyzed before SQLite sees it (on another core than the writer's), so what FTS5 is
/// given as a column's text, or as a phrase of an expression, is a list of tokens, and its tokenizer only reads them out.
/// </summary>
/// <remarks>
/// A document's column: for each token two bytes, length in UTF-8 bytes with the top bit set when the token stands at the
/// position of the one before it, then its bytes. A phrase: tokens separated by blanks, alternatives at one position by
/// U+001F; neither occurs in a token.
/// </remarks>
internal static unsafe class TokenTransport
{
    public const char Alternative = '\u001f';

    private const ushort ColocatedBit = 0x8000;
    private const int ColocatedFlag = 1;
    private const int MaxPair = 256;
    private const int QueryFlag = 1;

    /// <summary>Appends one token of a document.</summary>
    public static void Append(ArrayBufferWriter<byte> stream, byte space, ReadOnlySpan<byte> token, bool colocated)
    {
        var length = Math.Min(token.Length + 1, short.MaxValue);
        var target = stream.GetSpan(length + 2);
        BinaryPrimitives.WriteUInt16LittleEndian(target, (ushort)(colocated ? length | ColocatedBit : length));
        target[2] = space;
        token[..(length - 1)].CopyTo(target[3..]);
        stream.Advance(length + 2);
    }

    /// <summary>Appends one token that is made of two, at the position of the one before.</summary>
    public static void AppendPair(
        ArrayBufferWriter<byte> stream, byte space, ReadOnlySpan<byte> first, byte separator, ReadOnlySpan<byte> second)
    {
        Span<byte> token = stackalloc byte[MaxPair];
        if (first.Length + 1 + second.Length > token.Length)
        {
            token = new byte[first.Length + 1 + second.Length];
        }

        first.CopyTo(token);
        token[first.Length] = separator;
        second.CopyTo(token[(first.Length + 1)..]);
        Append(stream, space, token[..(first.Length + 1 + second.Length)], colocated: true);
    }

    /// <summary>FTS5's <c>xTokenize</c>.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Replay(
        void* tokenizer,
        void* context,
        int flags,
        byte* text,
        int length,
        delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, int, byte*, int, int, int, int> emit) =>
        (flags & QueryFlag) != 0 ? ReplayPhrase(context, text, length, emit) : ReplayDocument(context, text, length, emit);

    private static int ReplayDocument(
        void* context,
        byte* text,
        int length,
        delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, int, byte*, int, int, int, int> emit)
    {
        var position = 0;
        while (position + 2 <= length)
        {
            var header = text[position] | (text[position + 1] << 8);
            var size = header & ~ColocatedBit;
            if (position + 2 + size > length)
            {
                return Sqlite3.Error;
            }

            var code = emit(context, (header & ColocatedBit) != 0 ? ColocatedFlag : 0, text + position + 2, size, 0, 0);
            if (code != Sqlite3.Ok)
            {
                return code;
            }

            position += 2 + size;
        }

        return Sqlite3.Ok;
    }

    private static int ReplayPhrase(
        void* context,
        byte* text,
        int length,
        delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, int, byte*, int, int, int, int> emit)
    {
        var start = 0;
        var flag = 0;
        for (var position = 0; position <= length; position++)
        {
            var character = position < length ? text[position] : (byte)' ';
            if (character is not ((byte)' ' or (byte)Alternative))
            {
                continue;
            }

            if (position > start)
            {
                var code = emit(context, flag, text + start, position - start, start, position);
                if (code != Sqlite3.Ok)
                {
                    return code;
                }
            }

            flag = character == Alternative ? ColocatedFlag : 0;
            start = position + 1;
        }

        return Sqlite3.Ok;
    }
}
