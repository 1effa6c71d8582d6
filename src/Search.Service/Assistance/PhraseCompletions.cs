using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Service.Assistance;

/// <summary>How texts go on where a phrase begins.</summary>
internal static class PhraseCompletions
{
    /// <summary>
    /// The phrase with its last word finished, or with the word that follows, as statements have it: most frequent first, in
    /// the words' exact forms.
    /// </summary>
    public static IReadOnlyList<string> Of(PhraseMatch typed, bool withNext, IEnumerable<Statement> statements, int size)
    {
        var (analyzer, work) = (new TextAnalyzer(), new MatchWork());
        var (starts, counts) = (new List<int>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var statement in statements)
        {
            var analyzed = new AnalyzedStatement(statement, analyzer);
            foreach (var text in analyzed.TextsOf(TextScope.TitleAndBody))
            {
                PhraseFinder.Find(typed.Slots, text, analyzed.IsStemmed, starts, work);
                var length = typed.Slots.Count + (withNext ? 1 : 0);
                foreach (var start in starts.Where(start => start + length <= text.Count))
                {
                    var phrase = string.Join(' ', text.GetRange(start, length).Select(token => token.Forms.Exact));
                    counts[phrase] = counts.GetValueOrDefault(phrase) + 1;
                }
            }
        }

        return
        [
            .. counts.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key, StringComparer.Ordinal)
                .Take(size).Select(entry => entry.Key),
        ];
    }
}
