using Search.Archive.Fingerprints;
using Search.Core.Analysis;

namespace Search.Archive.Reuse;

/// <summary>A text as numbers of its words in exact form: equal words have equal numbers within one <see cref="WordNumbers"/>.</summary>
public sealed class WordSequence
{
    /// <summary>The number of a word that no text has with which this one is compared.</summary>
    internal const int Unknown = -1;

    private int[]? _sentenceEnds;

    internal WordSequence(string text, IReadOnlyList<Token> tokens, int[] words) => (Text, Tokens, Words) = (text, tokens, words);

    public string Text { get; }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>As <see cref="SentenceBounds.Ends"/> tells them. Of most texts that are compared nobody asks.</summary>
    public IReadOnlyList<int> SentenceEnds => Ends;

    /// <summary>Number of words.</summary>
    public int Count => Words.Length;

    internal int[] Words { get; }

    private int[] Ends => _sentenceEnds ??= [.. SentenceBounds.Ends(Text, Tokens)];

    /// <summary>Whether these words are one sentence.</summary>
    internal bool IsSentence(int start, int end)
    {
        var index = Array.BinarySearch(Ends, end);
        return index >= 0 && start == (index == 0 ? 0 : Ends[index - 1]);
    }
}
