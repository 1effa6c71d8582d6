namespace Search.Sqlite.Fingerprints;

/// <summary>
/// Tells which of many fingerprints are among those looked for. Nearly all are not, and are told by one bit each.
/// </summary>
internal sealed class PrintFilter
{
    /// <summary>Words of 64 bits: 8 KB, which stay in the processor's first cache beside what is read.</summary>
    private const int Words = 1 << 10;

    private readonly ulong[] _bits = new ulong[Words];
    private readonly HashSet<uint> _prints;

    public PrintFilter(IEnumerable<uint> prints)
    {
        _prints = [.. prints];
        foreach (var print in _prints)
        {
            _bits[WordOf(print)] |= 1UL << (int)(print & 63);
        }
    }

    /// <summary>How many of a statement's fingerprints are looked for.</summary>
    public int CountIn(ReadOnlySpan<uint> prints)
    {
        var count = 0;
        foreach (var print in prints)
        {
            if (((_bits[WordOf(print)] >> (int)(print & 63)) & 1) != 0 && _prints.Contains(print))
            {
                count++;
            }
        }

        return count;
    }

    private static int WordOf(uint print) => (int)((print >> 6) & (Words - 1));
}
