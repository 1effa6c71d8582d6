namespace Search.Core.Analysis;

/// <summary>
/// Turns text into tokens just as Elasticsearch does with the analyzers of <c>index-mappings/statements.json</c>.
/// Keeps a bounded cache of word forms, so one instance belongs to one thread at a time.
/// </summary>
public sealed class TextAnalyzer
{
    /// <summary>Longer texts are refused by both engines (UTF-16 units).</summary>
    public const int MaxTextLength = 1_000_000;

    /// <summary>Stands for a word that nobody looks for; it is equal to none.</summary>
    private static readonly WordForms s_passedOver = new(string.Empty, string.Empty, string.Empty);

    private readonly WordFormsCache _cache = new();

    /// <summary>The three forms of one word, as a token of a text has them.</summary>
    public static WordForms FormsOf(string word) => WordFolding.FormsOf(word);

    /// <summary>A whole text in lower case with its accents folded as in exact forms; characters that are in no word stay.</summary>
    public static string Fold(string text) => WordFolding.Fold(text);

    /// <summary>The stem of a word's exact form.</summary>
    public static string StemOf(string exact) => WordFolding.StemOf(exact);

    /// <summary>Replaces the content of <paramref name="tokens"/> by the tokens of <paramref name="text"/>, in order.</summary>
    public void Analyze(ReadOnlySpan<char> text, List<Token> tokens) => Analyze(text, tokens, null);

    /// <param name="text">The text.</param>
    /// <param name="tokens">Its content is replaced.</param>
    /// <param name="wanted">
    /// Words that begin otherwise get their place and no forms, which is half of the work; null for the forms of all.
    /// </param>
    internal void Analyze(ReadOnlySpan<char> text, List<Token> tokens, WordInitials? wanted)
    {
        tokens.Clear();
        var position = 0;
        while (WordScanner.TryFind(text, position, out var start, out position))
        {
            var forms = wanted is null || wanted.MayBegin(text[start]) ? _cache.FormsOf(text[start..position]) : s_passedOver;
            tokens.Add(new Token(forms, start, position - start));
        }
    }

    /// <summary>Finds the next word that starts at or after <paramref name="from"/>; its end is where the next may start.</summary>
    public static bool TryFindWord(ReadOnlySpan<char> text, int from, out int start, out int end) =>
        WordScanner.TryFind(text, from, out start, out end);

    /// <summary>The forms of a word that <see cref="TryFindWord"/> found.</summary>
    public WordForms FormsOf(ReadOnlySpan<char> word) => _cache.FormsOf(word);

    /// <summary>The tokens of <paramref name="text"/>, in order.</summary>
    public IReadOnlyList<Token> Analyze(string text)
    {
        var tokens = new List<Token>();
        Analyze(text, tokens);
        return tokens;
    }
}
