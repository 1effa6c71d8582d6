using System.Buffers;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Archive.Fingerprints;

/// <summary>
/// Fingerprints of a statement's texts: hashes of words that stand together, in exact form, as few as will do (winnowing:
/// Schleimer, Wilkerson, Aiken, "Winnowing: Local Algorithms for Document Fingerprinting", 2003).
/// </summary>
/// <remarks>
/// Promised is: two statements that have a run of <see cref="RunLength"/> words in common, or a whole sentence of
/// <see cref="SentenceLength"/> words, have a fingerprint in common. Seven words that stand together have a hash; of each two that
/// are neighbours the lower one is kept, and eight words hold two. A sentence of five to seven words has a hash of its own.
/// Statements with a fingerprint in common need not have anything else in common: who says so compares the texts.
/// </remarks>
public static class StatementPrints
{
    /// <summary>Words that a run has at least.</summary>
    public const int RunLength = 8;

    /// <summary>Words that a whole sentence has at least.</summary>
    public const int SentenceLength = 5;

    private const int Shingle = 7;
    private const ulong Mixer = 0x9E37_79B9_7F4A_7C15;

    /// <summary>Of title and body, each once, in ascending order.</summary>
    public static uint[] Of(Statement statement, TextAnalyzer analyzer)
    {
        var (prints, tokens) = (new List<uint>(), new List<Token>());
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
            hashes[index] = Hash(words[index].Forms.ExactUtf8);
        }

        AddLowest(hashes, prints);
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

    /// <summary>Of each two neighbours the lower one, of equal ones the second.</summary>
    private static void AddLowest(ReadOnlySpan<ulong> words, List<uint> prints)
    {
        var (before, isKept) = (0U, false);
        for (var start = 0; start + Shingle <= words.Length; start++)
        {
            var hash = Join(words.Slice(start, Shingle));
            if (start > 0)
            {
                if (hash <= before)
                {
                    prints.Add(hash);
                }
                else if (!isKept)
                {
                    prints.Add(before);
                }

                isKept = hash <= before;
            }

            before = hash;
        }
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

    /// <summary>FNV-1a: archives keep what follows from it, so it is not the platform's, which changes with every process.</summary>
    private static ulong Hash(ReadOnlySpan<byte> word)
    {
        var hash = 14_695_981_039_346_656_037;
        foreach (var unit in word)
        {
            hash = (hash ^ unit) * 1_099_511_628_211;
        }

        return hash;
    }
}
