using System.Numerics;
using Search.Archive.Matching;

namespace Search.Archive.Reuse;

/// <summary>How many words two texts have in common in the same order: their longest common subsequence.</summary>
/// <remarks>
/// Sixty-four words at once (Hyyrö, "Bit-Parallel LCS-length Computation Revisited", 2004); of the bits only those near a word's
/// own places are looked at, so that rare words cost nothing and long texts need little memory.
/// </remarks>
public sealed class CommonWords
{
    private readonly Dictionary<int, List<(int Block, ulong Places)>> _places = [];
    private readonly WordSequence _text;
    private readonly MatchWork _work;

    /// <param name="text">What others are compared with.</param>
    /// <param name="work">Ends what takes too long.</param>
    public CommonWords(WordSequence text, MatchWork work)
    {
        (_text, _work) = (text, work);
        for (var index = 0; index < text.Count; index++)
        {
            if (!_places.TryGetValue(text.Words[index], out var places))
            {
                _places.Add(text.Words[index], places = []);
            }

            var (block, bit) = (index / 64, 1UL << (index % 64));
            if (places.Count > 0 && places[^1].Block == block)
            {
                places[^1] = (block, places[^1].Places | bit);
            }
            else
            {
                places.Add((block, bit));
            }
        }
    }

    public int CountWith(WordSequence other)
    {
        // A bit that is 0 stands for a word of the subsequence.
        var blocks = new ulong[(_text.Count + 63) / 64];
        Array.Fill(blocks, ulong.MaxValue);
        foreach (var word in other.Words)
        {
            if (_places.TryGetValue(word, out var places))
            {
                _work.Add(places.Count);
                Advance(blocks, places);
            }
        }

        var count = 0;
        for (var block = 0; block < blocks.Length; block++)
        {
            var within = block < blocks.Length - 1 || _text.Count % 64 == 0 ? ulong.MaxValue : (1UL << (_text.Count % 64)) - 1;
            count += BitOperations.PopCount(~blocks[block] & within);
        }

        return count;
    }

    /// <summary>blocks = (blocks + (blocks &amp; places)) | (blocks &amp; ~places), with the carry from block to block.</summary>
    private static void Advance(ulong[] blocks, List<(int Block, ulong Places)> places)
    {
        var (next, carry) = (0, 0UL);
        foreach (var (block, bits) in places)
        {
            carry = Carry(blocks, next, block, carry);
            var old = blocks[block];
            var sum = (UInt128)old + (old & bits) + carry;
            blocks[block] = (ulong)sum | (old & ~bits);
            (next, carry) = (block + 1, (ulong)(sum >> 64));
        }

        Carry(blocks, next, blocks.Length, carry);
    }

    /// <summary>Takes a carry over blocks in which the word does not stand; what is left of it.</summary>
    private static ulong Carry(ulong[] blocks, int next, int end, ulong carry)
    {
        for (; carry != 0 && next < end; next++)
        {
            var old = blocks[next];
            blocks[next] = (old + 1) | old;
            carry = old == ulong.MaxValue ? 1UL : 0;
        }

        return carry;
    }
}
