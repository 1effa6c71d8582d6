using Search.Archive.Fingerprints;
using Search.Core.Analysis;

namespace Search.Archive.Reuse;

/// <summary>A text as numbers of its words in exact form: equal words have equal numbers within one <see cref="WordNumbers"/>.</summary>
public sealed class WordSequence
{
    private readonly int[] _sentenceEnds;

    internal WordSequence(string text, List<Token> tokens, int[] words)
    {
        (Text, Tokens, Words) = (text, tokens, words);
        _sentenceEnds = [.. SentenceBounds.Ends(text, tokens)];
    }

    public string Text { get; }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>As <see cref="SentenceBounds.Ends"/> tells them.</summary>
    public IReadOnlyList<int> SentenceEnds => _sentenceEnds;

    /// <summary>Number of words.</summary>
    public int Count => Words.Length;

    internal int[] Words { get; }

    /// <summary>Whether these words are one sentence.</summary>
    internal bool IsSentence(int start, int end)
    {
        var index = Array.BinarySearch(_sentenceEnds, end);
        return index >= 0 && start == (index == 0 ? 0 : _sentenceEnds[index - 1]);
    }
}

/// <summary>Gives each word in exact form a number.</summary>
/// <param name="analyzer">Belongs to the same thread.</param>
public sealed class WordNumbers(TextAnalyzer analyzer)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public WordSequence Read(string text)
    {
        var tokens = new List<Token>(text.Length / 6);
        analyzer.Analyze(text, tokens);
        var words = new int[tokens.Count];
        for (var index = 0; index < words.Length; index++)
        {
            var exact = tokens[index].Forms.Exact;
            if (!_numbers.TryGetValue(exact, out words[index]))
            {
                words[index] = _numbers[exact] = _numbers.Count;
            }
        }

        return new WordSequence(text, tokens, words);
    }
}
