using Search.Archive.Matching;
using Search.Core;
using Search.Core.Analysis;

namespace Search.Archive.Counting;

/// <summary>One place in a text where a phrase stands.</summary>
/// <param name="Key">The words at its open places in their exact forms: equal for what counts as the same words.</param>
/// <param name="Text">The same as printed.</param>
/// <param name="Phrase">The phrase with these words and no others.</param>
internal sealed record FillerPlace(string Key, string Text, MatchNode Phrase);

/// <summary>Reads what stands at the open places of one phrase, text by text.</summary>
internal sealed class FillerReader(OpenPhrase phrase, MatchWork work)
{
    /// <summary>Between words that do not follow each other.</summary>
    private const string Apart = " … ";

    private readonly List<int> _starts = [];

    /// <summary>Every occurrence in a statement.</summary>
    public IEnumerable<FillerPlace> Read(AnalyzedStatement statement)
    {
        foreach (var (tokens, text, scope) in TextsOf(statement))
        {
            foreach (var run in phrase.Runs)
            {
                PhraseFinder.Find(run.Slots, tokens, statement.IsStemmed, _starts, work);
                foreach (var start in _starts)
                {
                    yield return Place(run, tokens, text, scope, start);
                }
            }
        }
    }

    private IEnumerable<(List<Token> Tokens, string Text, TextScope Scope)> TextsOf(AnalyzedStatement statement)
    {
        if (phrase.Scope != TextScope.Body)
        {
            yield return (statement.Title, statement.Statement.Title, TextScope.Title);
        }

        if (phrase.Scope != TextScope.Title)
        {
            yield return (statement.Body, statement.Statement.Body, TextScope.Body);
        }
    }

    private static FillerPlace Place(OpenRun run, List<Token> tokens, string text, TextScope scope, int start) => new(
        Join(run.Open, place => tokens[start + place].Forms.Exact),
        Join(run.Open, place => text.Substring(tokens[start + place].Start, tokens[start + place].Length)),
        new PhraseMatch([.. run.Slots.Select((slot, place) => run.Open.Contains(place) ? Exactly(tokens[start + place]) : slot)], scope));

    private static TermSlot Exactly(Token token) => new([MatchTerm.Of(token.Forms, Likeness.Exact)]);

    private static string Join(EquatableList<int> places, Func<int, string> word)
    {
        var text = word(places[0]);
        for (var index = 1; index < places.Count; index++)
        {
            text += (places[index] == places[index - 1] + 1 ? " " : Apart) + word(places[index]);
        }

        return text;
    }
}
