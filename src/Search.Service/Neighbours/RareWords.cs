using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Service.Neighbours;

/// <summary>A word of a statement, looked for in any form where its language has stems.</summary>
/// <param name="Term">What is looked for; equal for all forms of the word.</param>
/// <param name="Text">As the statement prints it first.</param>
/// <param name="Uses">How often the statement has it.</param>
internal sealed record StatementWord(MatchTerm Term, string Text, int Uses)
{
    public MatchNode Query => new PhraseMatch([new TermSlot([Term])]);
}

/// <summary>The words of a statement that say most about it, because few others have them.</summary>
internal sealed class RareWords(IStatementSearch search)
{
    /// <summary>Words that are counted in the archive: the longest, which are seldom the frequent ones.</summary>
    private const int MaxCounted = 160;

    /// <summary>Words that are looked for.</summary>
    private const int MaxKept = 16;

    private const int LeastLength = 4;

    /// <summary>The rarest first; words that no other statement has are none, nor are those of every tenth.</summary>
    public async Task<IReadOnlyList<(StatementWord Word, long Count)>> FindAsync(Statement statement, CancellationToken cancellationToken)
    {
        var words = WordsOf(statement).OrderByDescending(word => word.Term.Text.Length)
            .ThenBy(word => word.Term.Text, StringComparer.Ordinal).Take(MaxCounted).ToList();
        var counts = await search.CountAsync(
            [.. words.Select(word => word.Query), new EverythingMatch()], SearchFilters.None, cancellationToken);
        var most = Math.Max(counts[^1] / 10, 10);
        return
        [
            .. words.Zip(counts, (word, count) => (Word: word, Count: count))
                .Where(word => word.Count > 1 && word.Count <= most)
                .OrderByDescending(word => (1 + Math.Log(word.Word.Uses)) * Math.Log((double)(counts[^1] + 1) / word.Count))
                .Take(MaxKept)
                .OrderBy(word => word.Count).ThenBy(word => word.Word.Text, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<StatementWord> WordsOf(Statement statement)
    {
        var likeness = LanguageRules.IsStemmed(statement.Language) ? Likeness.Stemmed : Likeness.Exact;
        var analyzer = new TextAnalyzer();
        return new[] { statement.Title, statement.Body }.SelectMany(analyzer.Analyze)
            .Where(token => token.Forms.Exact.Length >= LeastLength)
            .GroupBy(token => token.Forms[likeness], StringComparer.Ordinal)
            .Select(word => new StatementWord(
                new MatchTerm(likeness, word.Key, word.First().Forms.Exact), word.First().Forms.Verbatim, word.Count()));
    }
}
