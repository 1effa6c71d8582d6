using Search.Core.Analysis;

namespace Search.Archive.Reuse;

/// <summary>
/// Reads many texts by the numbers of a few: a word that none of the few has is <see cref="WordSequence.Unknown"/>. A word as
/// written is looked up once, and not first for its forms and then for its number, which is most of what comparing costs.
/// </summary>
/// <param name="numbers">Of words in exact form; they do not change while this is used.</param>
/// <param name="analyzer">Belongs to the same thread.</param>
internal sealed class KnownWords(Dictionary<string, int> numbers, TextAnalyzer analyzer)
{
    private readonly Dictionary<string, (WordForms Forms, int Number)>.AlternateLookup<ReadOnlySpan<char>> _written =
        new Dictionary<string, (WordForms Forms, int Number)>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<Token> _tokens = [];
    private readonly List<int> _words = [];

    /// <summary>The sequence is good until the next text is read.</summary>
    public WordSequence Read(string text)
    {
        _tokens.Clear();
        _words.Clear();
        for (var position = 0; TextAnalyzer.TryFindWord(text, position, out var start, out position);)
        {
            var (forms, number) = NumberOf(text.AsSpan(start..position));
            _tokens.Add(new Token(forms, start, position - start));
            _words.Add(number);
        }

        return new WordSequence(text, _tokens, [.. _words]);
    }

    private (WordForms Forms, int Number) NumberOf(ReadOnlySpan<char> written)
    {
        if (!_written.TryGetValue(written, out var word))
        {
            var forms = analyzer.FormsOf(written);
            word = (forms, numbers.GetValueOrDefault(forms.Exact, WordSequence.Unknown));
            _written[written] = word;
        }

        return word;
    }
}
