using System.Runtime.InteropServices;
using Search.Core;
using Search.Core.Analysis;

namespace Search.Archive.Matching;

/// <summary>
/// Where phrases occur among a text's tokens. Evaluator and highlighter both ask here, so that what is marked is what
/// matched.
/// </summary>
public static class PhraseFinder
{
    /// <summary>Words of a text in which phrases are looked for between two looks at the clock.</summary>
    private const int WordsPerCheck = 4_096;

    /// <summary>Whether a word fills a slot.</summary>
    /// <param name="stemmed">Whether the statement is stemmed (<see cref="LanguageRules.IsStemmed"/>).</param>
    public static bool Fills(PhraseSlot slot, WordForms word, bool stemmed) => slot switch
    {
        TermSlot terms => FillsAny(terms.Terms.AsSpan(), word, stemmed),
        PrefixSlot prefix => word.Exact.StartsWith(prefix.Prefix, StringComparison.Ordinal),
        AnySlot => true,
        _ => throw new ArgumentOutOfRangeException(nameof(slot)),
    };

    /// <summary>Whether the word is the one asked for, at the likeness asked for.</summary>
    public static bool Equals(in MatchTerm term, WordForms word, bool stemmed)
    {
        var (likeness, text) = Sought(term, stemmed);
        return word[likeness] == text;
    }

    /// <summary>
    /// Replaces the content of <paramref name="starts"/> by every position at which the phrase begins, ascending.
    /// Occurrences may overlap ("a a" occurs twice in "a a a"). A phrase takes as many positions as it has slots.
    /// </summary>
    public static void Find(EquatableList<PhraseSlot> phrase, List<Token> tokens, bool stemmed, List<int> starts, MatchWork work)
    {
        starts.Clear();
        var slots = phrase.AsSpan();
        for (var from = 0; from < tokens.Count; from += WordsPerCheck)
        {
            var words = Words(tokens, from, slots.Length, work);
            for (var start = Next(slots, words, 0, stemmed); start >= 0; start = Next(slots, words, start + 1, stemmed))
            {
                starts.Add(from + start);
            }
        }
    }

    /// <summary>Where each phrase of a proximity occurs; phrases that are equal share their list.</summary>
    public static IReadOnlyList<PhrasePositions> FindEach(
        EquatableList<EquatableList<PhraseSlot>> phrases, List<Token> tokens, bool stemmed, MatchWork work)
    {
        var positions = new PhrasePositions[phrases.Count];
        for (var index = 0; index < positions.Length; index++)
        {
            var same = 0;
            while (!phrases[same].Equals(phrases[index]))
            {
                same++;
            }

            var starts = same < index ? positions[same].Starts : [];
            if (same == index)
            {
                Find(phrases[index], tokens, stemmed, starts, work);
            }

            positions[index] = new PhrasePositions(phrases[index].Count, starts);
        }

        return positions;
    }

    /// <summary>Whether the phrase occurs at all.</summary>
    public static bool Exists(EquatableList<PhraseSlot> phrase, List<Token> tokens, bool stemmed, MatchWork work)
    {
        var slots = phrase.AsSpan();
        for (var from = 0; from < tokens.Count; from += WordsPerCheck)
        {
            if (Next(slots, Words(tokens, from, slots.Length, work), 0, stemmed) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The words of the phrases that begin in one part of a text. The work is counted here and not at each word, which is many
    /// times cheaper.
    /// </summary>
    private static ReadOnlySpan<Token> Words(List<Token> tokens, int from, int slots, MatchWork work)
    {
        var words = CollectionsMarshal.AsSpan(tokens)[from..Math.Min(tokens.Count, from + WordsPerCheck + slots - 1)];
        work.Add((long)words.Length * slots);
        return words;
    }

    /// <summary>The first position from a given one on at which the phrase begins; -1 when there is none.</summary>
    private static int Next(ReadOnlySpan<PhraseSlot> slots, ReadOnlySpan<Token> words, int from, bool stemmed)
    {
        if (slots[0] is TermSlot { Terms.Count: 1 } first)
        {
            return NextAfterWord(first.Terms[0], slots[1..], words, from, stemmed);
        }

        for (var start = from; start + slots.Length <= words.Length; start++)
        {
            if (IsAt(slots, words[start..], stemmed))
            {
                return start;
            }
        }

        return -1;
    }

    /// <summary>
    /// The same for phrases that begin with one certain word, which nearly all do: it is looked up once, not at each word.
    /// </summary>
    private static int NextAfterWord(
        in MatchTerm first, ReadOnlySpan<PhraseSlot> rest, ReadOnlySpan<Token> words, int from, bool stemmed)
    {
        var (likeness, text) = Sought(first, stemmed);
        for (var start = from; start + rest.Length < words.Length; start++)
        {
            if (words[start].Forms[likeness] == text && IsAt(rest, words[(start + 1)..], stemmed))
            {
                return start;
            }
        }

        return -1;
    }

    /// <summary>Which form of a word is compared with which text.</summary>
    private static (Likeness Likeness, string Text) Sought(in MatchTerm term, bool stemmed) =>
        term.Likeness == Likeness.Stemmed && !stemmed ? (Likeness.Exact, term.Unstemmed) : (term.Likeness, term.Text);

    private static bool IsAt(ReadOnlySpan<PhraseSlot> slots, ReadOnlySpan<Token> words, bool stemmed)
    {
        for (var index = 0; index < slots.Length; index++)
        {
            if (!Fills(slots[index], words[index].Forms, stemmed))
            {
                return false;
            }
        }

        return true;
    }

    private static bool FillsAny(ReadOnlySpan<MatchTerm> terms, WordForms word, bool stemmed)
    {
        foreach (ref readonly var term in terms)
        {
            if (Equals(term, word, stemmed))
            {
                return true;
            }
        }

        return false;
    }
}
