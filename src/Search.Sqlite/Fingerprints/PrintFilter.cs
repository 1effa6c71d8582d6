using System.Numerics;
using Search.Archive.Fingerprints;

namespace Search.Sqlite.Fingerprints;

/// <summary>
/// Tells which of many fingerprints are among those looked for. Nearly all are not, and are told by one bit each.
/// </summary>
internal sealed class PrintFilter
{
    /// <summary>Words of 64 bits: 8 KB, which stay in the processor's first cache beside what is read.</summary>
    private const int LeastWords = 1 << 10;

    /// <summary>With so many bits for each, one of sixteen of the others is looked up in vain.</summary>
    private const int BitsPerPrint = 16;

    private readonly ulong[] _bits;
    private readonly Dictionary<uint, List<int>> _requests = [];
    private readonly int[] _counts;

    public PrintFilter(IReadOnlyList<SharedRequest> requests)
    {
        _counts = new int[requests.Count];
        for (var index = 0; index < requests.Count; index++)
        {
            foreach (var print in requests[index].Prints)
            {
                if (!_requests.TryGetValue(print, out var asking))
                {
                    _requests.Add(print, asking = []);
                }

                asking.Add(index);
            }
        }

        _bits = new ulong[Math.Max(LeastWords, (int)BitOperations.RoundUpToPowerOf2((uint)_requests.Count * BitsPerPrint / 64))];
        foreach (var print in _requests.Keys)
        {
            _bits[WordOf(print)] |= 1UL << (int)(print & 63);
        }
    }

    /// <summary>How many of those of each request the statement counted last has.</summary>
    public ReadOnlySpan<int> Counts => _counts;

    /// <summary>Whether any of a statement's fingerprints is looked for.</summary>
    public bool CountIn(ReadOnlySpan<uint> prints)
    {
        var isAny = false;
        foreach (var print in prints)
        {
            if (((_bits[WordOf(print)] >> (int)(print & 63)) & 1) != 0 && _requests.TryGetValue(print, out var asking))
            {
                Count(asking, isFirst: !isAny);
                isAny = true;
            }
        }

        return isAny;
    }

    private void Count(List<int> asking, bool isFirst)
    {
        if (isFirst)
        {
            Array.Clear(_counts);
        }

        foreach (var request in asking)
        {
            _counts[request]++;
        }
    }

    private int WordOf(uint print) => (int)((print >> 6) & ((uint)_bits.Length - 1));
}
