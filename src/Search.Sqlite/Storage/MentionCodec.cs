using System.Buffers.Binary;
using Search.Core.Countries;

namespace Search.Sqlite.Storage;

/// <summary>Countries as the archive keeps them: mentions for the reader, and one pair of code and kinds each for the facet.</summary>
internal static class MentionCodec
{
    private const int MentionSize = 10;
    private const int PairSize = 3;

    /// <summary>Ten bytes a mention: code, field and kind, two spare bits, start, length.</summary>
    public static byte[]? Encode(IReadOnlyList<CountryMention> mentions)
    {
        if (mentions.Count == 0)
        {
            return null;
        }

        var bytes = new byte[mentions.Count * MentionSize];
        for (var index = 0; index < mentions.Count; index++)
        {
            var mention = mentions[index];
            var target = bytes.AsSpan(index * MentionSize, MentionSize);
            target[0] = (byte)mention.Code[0];
            target[1] = (byte)mention.Code[1];
            target[2] = (byte)mention.Field;
            target[3] = (byte)mention.Kind;
            BinaryPrimitives.WriteInt32LittleEndian(target[4..], mention.Start);
            BinaryPrimitives.WriteUInt16LittleEndian(target[8..], (ushort)mention.Length);
        }

        return bytes;
    }

    public static IReadOnlyList<CountryMention> Decode(ReadOnlySpan<byte> bytes)
    {
        var mentions = new CountryMention[bytes.Length / MentionSize];
        for (var index = 0; index < mentions.Length; index++)
        {
            var source = bytes.Slice(index * MentionSize, MentionSize);
            mentions[index] = new CountryMention(
                CodeOf(source[0], source[1]),
                (MentionField)source[2],
                BinaryPrimitives.ReadInt32LittleEndian(source[4..]),
                BinaryPrimitives.ReadUInt16LittleEndian(source[8..]),
                (MentionKind)source[3]);
        }

        return mentions;
    }

    /// <summary>Three bytes a country: its code and the set of kinds in which it is mentioned.</summary>
    public static byte[]? EncodeKinds(IReadOnlyList<CountryMention> mentions)
    {
        if (mentions.Count == 0)
        {
            return null;
        }

        var kinds = new SortedDictionary<string, MentionKinds>(StringComparer.Ordinal);
        foreach (var mention in mentions)
        {
            kinds[mention.Code] = kinds.GetValueOrDefault(mention.Code) | (MentionKinds)(1 << (int)mention.Kind);
        }

        var bytes = new byte[kinds.Count * PairSize];
        var position = 0;
        foreach (var (code, set) in kinds)
        {
            bytes[position++] = (byte)code[0];
            bytes[position++] = (byte)code[1];
            bytes[position++] = (byte)set;
        }

        return bytes;
    }

    /// <summary>Reads what <see cref="EncodeKinds"/> wrote, as <see cref="CountryColumn"/> holds it.</summary>
    public static void DecodeKinds(ReadOnlySpan<byte> bytes, List<ushort> entries)
    {
        for (var position = 0; position + PairSize <= bytes.Length; position += PairSize)
        {
            // Letters that are none (the file is damaged) give an index that no country has, or one that does not fit.
            var country = checked((ushort)CountryColumn.Index(bytes[position], bytes[position + 1]));
            entries.Add(CountryColumn.Entry(country, bytes[position + 2]));
        }
    }

    private static string CodeOf(byte first, byte second) => CountryColumn.Code(CountryColumn.Index(first, second));
}

/// <summary>A country of a statement in two bytes: ten bits for the code's two letters, six for the kinds of its mentions.</summary>
internal static class CountryColumn
{
    /// <summary>Distinct codes of two letters.</summary>
    public const int Codes = 26 * 26;

    private static readonly string[] s_codes =
        [.. from first in Enumerable.Range('A', 26) from second in Enumerable.Range('A', 26) select $"{(char)first}{(char)second}"];

    public static int Index(byte first, byte second) => ((first - 'A') * 26) + (second - 'A');

    /// <summary>-1 when the code is not two capital letters, which no country has.</summary>
    public static int Index(string code) =>
        code is [>= 'A' and <= 'Z', >= 'A' and <= 'Z'] ? Index((byte)code[0], (byte)code[1]) : -1;

    public static string Code(int index) => s_codes[index];

    public static ushort Entry(int index, byte kinds) => checked((ushort)((index << 6) | (kinds & 63)));

    public static int IndexOf(ushort entry) => entry >> 6;

    public static int KindsOf(ushort entry) => entry & 63;
}
