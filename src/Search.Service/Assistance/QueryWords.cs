using System.Text.RegularExpressions;
using Search.Queries;

namespace Search.Service.Assistance;

/// <summary>The plain words that a query asks for: those that somebody may have misspelt.</summary>
internal static class QueryWords
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(200);

    /// <summary>Bare words and words of phrases; what is excluded, of a field or verbatim is meant as it is.</summary>
    public static IEnumerable<string> Of(QueryNode query) => query switch
    {
        WordNode { Verbatim: false } word => [word.Text],
        PhraseNode { Verbatim: false } phrase => phrase.Parts.OfType<PhraseWord>().Select(part => part.Text),
        ConjunctionNode all => all.Operands.SelectMany(Of),
        DisjunctionNode any => any.Operands.SelectMany(Of),
        _ => [],
    };

    /// <summary>Whether a statement has to have all of them to match.</summary>
    public static bool AreRequired(QueryNode query) => query switch
    {
        ConjunctionNode all => all.Operands.All(AreRequired),
        DisjunctionNode => !Of(query).Any(),
        _ => true,
    };

    /// <summary>The text with a word replaced wherever it stands by itself.</summary>
    public static string Replace(string text, string word, string replacement) => Regex.Replace(
        text,
        $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(word)}(?![\p{{L}}\p{{N}}:])",
        replacement.Replace("$", "$$", StringComparison.Ordinal),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        s_patience);
}
