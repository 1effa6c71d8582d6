using Search.Archive.Matching;
using Search.Core;
using Search.Sqlite.Indexing;
using Search.Sqlite.Native;

namespace Search.Sqlite.Planning;

/// <summary>
/// Writes words and phrases for FTS5. Everything in quotes is a token that the analyzer made; nothing a user typed reaches an
/// expression any other way.
/// </summary>
internal sealed class PhraseWriter(bool hasUnstemmed)
{
    /// <summary>A single word: its tokens' lists joined by OR are cheaper for FTS5 than alternatives within a phrase.</summary>
    public WordsExpression Word(PhraseSlot slot, TextScope scope)
    {
        var tokens = TokensOf(slot);
        var word = WordsExpression.Any([.. tokens.Select(token => Token(token, scope, slot is PrefixSlot))]);
        return word with { Terms = [new ScoredTerm([.. Enumerable.Range(0, tokens.Count)], [Weighing(slot, tokens)])] };
    }

    /// <summary>Some slots in a row as one phrase, a prefix at its end only.</summary>
    public WordsExpression Run(ReadOnlySpan<PhraseSlot> slots, TextScope scope)
    {
        var positions = new List<string>();
        var weighing = new List<EquatableList<string>>();
        foreach (var slot in slots)
        {
            var tokens = TokensOf(slot);
            positions.Add(string.Join(TokenTransport.Alternative, tokens.Select(Escape)));
            weighing.Add(Weighing(slot, tokens));
        }

        var text = Quote(string.Join(' ', positions), scope, slots[^1] is PrefixSlot);
        return new WordsExpression(text, 1, [new ScoredTerm([0], [.. weighing])]);
    }

    /// <summary>One token as a phrase of its own, without a score.</summary>
    public static WordsExpression Token(string token, TextScope scope, bool isPrefix) => new(Quote(Escape(token), scope, isPrefix), 1, []);

    private static EquatableList<string> Weighing(PhraseSlot slot, EquatableList<string> tokens) => slot is PrefixSlot ? [] : tokens;

    private static string Quote(string tokens, TextScope scope, bool isPrefix) =>
        $"{Column(scope)}\"{tokens}\"{(isPrefix ? " *" : string.Empty)}";

    private static string Column(TextScope scope) => scope switch
    {
        TextScope.Title => "title : ",
        TextScope.Body => "body : ",
        _ => string.Empty,
    };

    /// <summary>A quotation mark can stand inside a Hebrew word; doubled it is one.</summary>
    private static string Escape(string token) => token.Replace("\"", "\"\"", StringComparison.Ordinal);

    private EquatableList<string> TokensOf(PhraseSlot slot) => slot is PrefixSlot prefix
        ? [.. IndexToken.OfPrefix(prefix.Prefix)]
        : [.. ((TermSlot)slot).Terms.SelectMany(term => IndexToken.Of(term, hasUnstemmed)).Distinct(StringComparer.Ordinal)];
}
