using System.Buffers.Binary;
using Search.Core.Analysis;

namespace Search.Sqlite.Indexing;

/// <summary>
/// Which words of a statement are their exact form with a capital in front: a bit for each word, those of the title first.
/// Every eighth word bears one, so that tokens of their own in the index would take more room and time than these bits,
/// which are held in memory.
/// </summary>
/// <param name="map">
/// As <see cref="CapitalMapWriter"/> writes it: four bytes for the number of words in the title, then the bits; empty when no
/// word bears a capital.
/// </param>
internal readonly ref struct CapitalMap(ReadOnlySpan<byte> map)
{
    internal const int HeaderSize = sizeof(int);

    private readonly ReadOnlySpan<byte> _bits = map.IsEmpty ? map : map[HeaderSize..];
    private readonly int _titleWords = map.IsEmpty ? 0 : BinaryPrimitives.ReadInt32LittleEndian(map);

    /// <summary>Whether it can have been written.</summary>
    public static bool IsSound(ReadOnlySpan<byte> map) =>
        map.IsEmpty || (map.Length > HeaderSize && BinaryPrimitives.ReadInt32LittleEndian(map) >= 0);

    /// <param name="column">The index's column: 0 for the title, 1 for the body.</param>
    /// <param name="position">The word's place in that text.</param>
    public bool IsCapitalised(int column, int position)
    {
        var bit = column == 0 ? position : _titleWords + position;
        return bit >> 3 < _bits.Length && (_bits[bit >> 3] & (1 << (bit & 7))) != 0;
    }
}

/// <summary>Writes the maps of statements, one after the other.</summary>
internal sealed class CapitalMapWriter
{
    private readonly List<byte> _bits = [];
    private int _titleWords;

    public void AddTitle(List<Token> tokens)
    {
        _bits.Clear();
        _titleWords = tokens.Count;
        Add(tokens, 0);
    }

    public void AddBody(List<Token> tokens) => Add(tokens, _titleWords);

    /// <summary>Null when no word bears a capital.</summary>
    public byte[]? ToArray()
    {
        if (_bits.Count == 0)
        {
            return null;
        }

        var map = new byte[CapitalMap.HeaderSize + _bits.Count];
        BinaryPrimitives.WriteInt32LittleEndian(map, _titleWords);
        _bits.CopyTo(map, CapitalMap.HeaderSize);
        return map;
    }

    private void Add(List<Token> tokens, int firstBit)
    {
        for (var index = 0; index < tokens.Count; index++)
        {
            if (!tokens[index].Forms.IsCapitalised)
            {
                continue;
            }

            var bit = firstBit + index;
            while (_bits.Count <= bit >> 3)
            {
                _bits.Add(0);
            }

            _bits[bit >> 3] |= (byte)(1 << (bit & 7));
        }
    }
}
