using System.Buffers;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Archive.Fingerprints;

/// <summary>
/// Fingerprints of a statement's texts: hashes of words that stand together, in exact form, as few as will do (mod-minimizers:
/// Groot Koerkamp, Pibiri, "The mod-minimizer: A Simple and Efficient Sampling Algorithm for Long k-mers", 2024).
/// </summary>
/// <remarks>
/// Promised is: two statements that have a run of <see cref="RunLength"/> words in common, or a whole sentence of
/// <see cref="SentenceLength"/> words, have a fingerprint in common. Eight words that stand together hold two runs of seven, and
/// which of the two has its hash kept is told by these eight words alone. A sentence of five to seven words has a hash of its own.
/// Statements with a fingerprint in common need not have anything else in common: who says so compares the texts.
/// </remarks>
public static class StatementPrints
{
    /// <summary>Words that a run has at least.</summary>
    public const int RunLength = 8;

    /// <summary>Words that a whole sentence has at least.</summary>
    public const int SentenceLength = 5;

    private const int Shingle = 7;

    /// <summary>Runs of which one is kept.</summary>
    private const int Neighbours = RunLength - Shingle + 1;

    private const ulong Mixer = 0x9E37_79B9_7F4A_7C15;

    /// <summary>Of title and body, each once, in ascending order.</summary>
    public static uint[] Of(Statement statement, TextAnalyzer analyzer)
    {
        // A word has some six letters, and of nine runs five are kept: lists that need not grow.
        var words = (statement.Title.Length + statement.Body.Length) / 5;
        var (prints, tokens) = (new List<uint>(words * 2 / 3), new List<Token>(words));
        foreach (var text in (string[])[statement.Title, statement.Body])
        {
            analyzer.Analyze(text, tokens);
            Add(text, tokens, prints);
        }

        return Sorted(prints);
    }

    /// <summary>Each once, in ascending order.</summary>
    public static uint[] Sorted(List<uint> prints)
    {
        prints.Sort();
        var distinct = 0;
        for (var index = 0; index < prints.Count; index++)
        {
            if (index == 0 || prints[index] != prints[index - 1])
            {
                prints[distinct++] = prints[index];
            }
        }

        return [.. prints[..distinct]];
    }

    /// <summary>Adds the fingerprints of one text, some perhaps more than once.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">Its words.</param>
    /// <param name="prints">What is added to.</param>
    public static void Add(string text, List<Token> words, List<uint> prints)
    {
        if (words.Count < SentenceLength)
        {
            return;
        }

        var rented = ArrayPool<ulong>.Shared.Rent(words.Count);
        var hashes = rented.AsSpan(0, words.Count);
        for (var index = 0; index < words.Count; index++)
        {
            hashes[index] = words[index].Forms.ExactHash;
        }

        AddSampled(hashes, prints);
        var start = 0;
        foreach (var end in SentenceBounds.Ends(text, words))
        {
            if (end - start is >= SentenceLength and < RunLength)
            {
                prints.Add(Join(rented.AsSpan(start..end)));
            }

            start = end;
        }

        ArrayPool<ulong>.Shared.Return(rented);
    }

    /// <summary>
    /// Of each two neighbours one: the first where an even number of words stands before the lowest word of both, else the second.
    /// While the lowest word is the same, that is every other run, whichever eight words are looked at: 5 of 9 are kept in the end.
    /// The lower of the two hashes would keep 6 of 9.
    /// </summary>
    private static void AddSampled(ReadOnlySpan<ulong> words, List<uint> prints)
    {
        var (lowest, kept) = (-1, -1);
        for (var start = 0; start + RunLength <= words.Length; start++)
        {
            var last = start + RunLength - 1;
            if (lowest < start)
            {
                lowest = Lowest(words, start, last);
            }
            else if (words[last] < words[lowest])
            {
                lowest = last;
            }

            var sampled = start + ((lowest - start) % Neighbours);
            if (sampled != kept)
            {
                prints.Add(Join(words.Slice(sampled, Shingle)));
                kept = sampled;
            }
        }
    }

    /// <summary>Of equal ones the first.</summary>
    private static int Lowest(ReadOnlySpan<ulong> words, int first, int last)
    {
        var lowest = first;
        for (var index = first + 1; index <= last; index++)
        {
            lowest = words[index] < words[lowest] ? index : lowest;
        }

        return lowest;
    }

    private static uint Join(ReadOnlySpan<ulong> words)
    {
        var hash = (ulong)words.Length;
        foreach (var word in words)
        {
            hash = (hash ^ word) * Mixer;
            hash ^= hash >> 32;
        }

        return (uint)(hash ^ (hash >> 29));
    }
}
