using System.Numerics;

namespace Search.Sqlite.Matching;

/// <summary>A set of slots, a bit each.</summary>
internal sealed class SlotSet(int slots)
{
    private readonly ulong[] _words = new ulong[(slots + 63) / 64];

    public int Slots { get; } = slots;

    public bool Contains(int slot) => (_words[slot >> 6] & (1UL << (slot & 63))) != 0;

    public void Add(int slot) => _words[slot >> 6] |= 1UL << (slot & 63);

    public SlotSet And(SlotSet other) => Combine(other, static (left, right) => left & right);

    public SlotSet Or(SlotSet other) => Combine(other, static (left, right) => left | right);

    /// <summary>May hold slots whose statement is gone; whoever walks a set passes over them.</summary>
    public SlotSet Not()
    {
        for (var index = 0; index < _words.Length; index++)
        {
            _words[index] = ~_words[index];
        }

        if (Slots % 64 != 0)
        {
            _words[^1] &= (1UL << (Slots % 64)) - 1;
        }

        return this;
    }

    /// <summary>Those that pass.</summary>
    public SlotSet Where(Predicate<int> condition)
    {
        for (var index = 0; index < _words.Length; index++)
        {
            for (var word = _words[index]; word != 0; word &= word - 1)
            {
                if (!condition((index << 6) + BitOperations.TrailingZeroCount(word)))
                {
                    _words[index] &= ~(word & (~word + 1));
                }
            }
        }

        return this;
    }

    public IEnumerable<int> Enumerate()
    {
        for (var index = 0; index < _words.Length; index++)
        {
            for (var word = _words[index]; word != 0; word &= word - 1)
            {
                yield return (index << 6) + BitOperations.TrailingZeroCount(word);
            }
        }
    }

    private SlotSet Combine(SlotSet other, Func<ulong, ulong, ulong> combine)
    {
        for (var index = 0; index < _words.Length; index++)
        {
            _words[index] = combine(_words[index], other._words[index]);
        }

        return this;
    }
}
