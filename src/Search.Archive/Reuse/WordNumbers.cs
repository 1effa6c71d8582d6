using Search.Core.Analysis;

namespace Search.Archive.Reuse;

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

    /// <summary>Reads texts to compare with those read so far; on any thread, with an analyzer of that thread.</summary>
    internal KnownWords Known(TextAnalyzer ownAnalyzer) => new(_numbers, ownAnalyzer);
}
