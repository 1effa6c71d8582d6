namespace Search.Core.Countries;

/// <summary>
/// Tells by its first three characters that a word starts no name, as most do, so that the trie need not be walked. Six
/// bits of each character count: letters of one script stay apart, others may be mistaken for them.
/// </summary>
internal sealed class NameStarts
{
    private const int Characters = 3;
    private const int Bits = 6;
    private const int Values = 1 << Bits;

    private readonly ulong[] _known = new ulong[1 << (Bits * (Characters - 1))];

    /// <param name="names">Folded names.</param>
    public NameStarts(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (name.Length >= Characters)
                _known[Row(name[0], name[1])] |= Bit(name[2]);
            else if (name.Length == Characters - 1)
                _known[Row(name[0], name[1])] = ulong.MaxValue;
            else
                Array.Fill(_known, ulong.MaxValue, Row(name[0], '\0'), Values);
        }
    }

    /// <summary>Whether a name may start here; true where characters are passed over or the text ends.</summary>
    public bool MayStart(ReadOnlySpan<char> text, int start)
    {
        if (start + Characters > text.Length)
            return true;

        var second = NameFolding.Fold(text[start + 1]);
        var third = NameFolding.Fold(text[start + 2]);
        return second is NameFolding.Nothing or NameFolding.Space
            || third == NameFolding.Nothing
            || (_known[Row(NameFolding.Fold(text[start]), second)] & Bit(third)) != 0;
    }

    private static int Row(char first, char second) => ((first & (Values - 1)) << Bits) | (second & (Values - 1));

    private static ulong Bit(char third) => 1UL << (third & (Values - 1));
}
