namespace Search.Core.Countries;

/// <summary>
/// Tells by its first three or four characters that a word starts no name, as most do, so that the trie need not be walked. It may
/// be mistaken for a name that there is not, never the other way: few bits of each character count.
/// </summary>
internal sealed class NameStarts
{
    private const int Characters = 3;
    private const int Bits = 6;
    private const int Values = 1 << Bits;

    private const int HashBits = 18;

    private readonly ulong[] _known = new ulong[1 << (Bits * (Characters - 1))];
    private readonly ulong[] _short = new ulong[1 << (Bits * (Characters - 1))];
    private readonly ulong[] _hashed = new ulong[1 << (HashBits - Bits)];

    /// <param name="names">Folded names.</param>
    public NameStarts(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (name.Length > Characters)
            {
                _known[Row(name[0], name[1])] |= Bit(name[2]);
                var hash = Hash(name[0], name[1], name[2], name[3]);
                _hashed[hash >> Bits] |= 1UL << (hash & (Values - 1));
            }
            else if (name.Length == Characters)
                _short[Row(name[0], name[1])] |= Bit(name[2]);
            else if (name.Length == Characters - 1)
                _short[Row(name[0], name[1])] = ulong.MaxValue;
            else
                Array.Fill(_short, ulong.MaxValue, Row(name[0], '\0'), Values);
        }
    }

    /// <summary>Whether a name may start here; true where characters are passed over or the text ends.</summary>
    public bool MayStart(ReadOnlySpan<char> text, int start)
    {
        if (start + Characters > text.Length)
            return true;

        var first = NameFolding.Fold(text[start]);
        var second = NameFolding.Fold(text[start + 1]);
        var third = NameFolding.Fold(text[start + 2]);
        if (second is NameFolding.Nothing or NameFolding.Space || third is NameFolding.Nothing or NameFolding.Space)
            return true;

        var row = Row(first, second);
        var bit = Bit(third);
        return (_short[row] & bit) != 0 || ((_known[row] & bit) != 0 && MayStartLong(text, start, first, second, third));
    }

    private bool MayStartLong(ReadOnlySpan<char> text, int start, char first, char second, char third)
    {
        if (start + Characters == text.Length)
            return false;

        var fourth = NameFolding.Fold(text[start + Characters]);
        if (fourth is NameFolding.Nothing or NameFolding.Space)
            return true;

        var hash = Hash(first, second, third, fourth);
        return (_hashed[hash >> Bits] & (1UL << (hash & (Values - 1)))) != 0;
    }

    private static int Hash(char first, char second, char third, char fourth) =>
        ((((((first * 31) + second) * 31) + third) * 31) + fourth) & ((1 << HashBits) - 1);

    private static int Row(char first, char second) => ((first & (Values - 1)) << Bits) | (second & (Values - 1));

    private static ulong Bit(char third) => 1UL << (third & (Values - 1));
}
