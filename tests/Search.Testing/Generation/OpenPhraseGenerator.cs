using Search.Archive.Matching;
using Search.Core.Analysis;

namespace Search.Testing.Generation;

/// <summary>
/// Draws phrases from statements' own words and leaves some of their places open: any word, one of several, or one that begins so; now
/// and then with a second run that has a word more. The same seed gives the same phrases.
/// </summary>
public sealed class OpenPhraseGenerator(IReadOnlyList<AnalyzedStatement> statements, int seed)
{
    private readonly Random _random = new(seed);

    public OpenPhrase Next()
    {
        while (true)
        {
            var target = statements[_random.Next(statements.Count)];
            var isTitle = _random.Next(6) == 0;
            var text = isTitle ? target.Title : target.Body;
            var length = 3 + _random.Next(3);
            if (text.Count > length)
            {
                var start = _random.Next(text.Count - length);
                OpenRun[] runs = _random.Next(4) == 0
                    ? [Alternatives(text, start, length), Free(text, start, length + 1)]
                    : [Run(text, start, length)];
                return new OpenPhrase([.. runs.Distinct()], isTitle ? TextScope.Title : (TextScope)(2 * _random.Next(2)));
            }
        }
    }

    private OpenRun Run(List<Token> text, int start, int length) => _random.Next(4) switch
    {
        0 => Alternatives(text, start, length),
        1 => Prefix(text, start, length),
        _ => Free(text, start, length),
    };

    /// <summary>One word, two that follow each other, or two apart.</summary>
    private OpenRun Free(List<Token> text, int start, int length)
    {
        var open = new SortedSet<int> { 1 + _random.Next(length - 2), 1 + _random.Next(length - 2) };
        return new OpenRun(
            [.. Enumerable.Range(0, length).Select(place => open.Contains(place) ? new AnySlot() : Word(text[start + place]))], [.. open]);
    }

    private OpenRun Alternatives(List<Token> text, int start, int length)
    {
        var open = _random.Next(length);
        MatchTerm[] terms = [Term(text[start + open]), .. Enumerable.Range(0, 4).Select(_ => Term(text[_random.Next(text.Count)]))];
        return new OpenRun(
        [
            .. Enumerable.Range(0, length).Select(place => place == open ? new TermSlot([.. terms.Distinct()]) : Word(text[start + place])),
        ],
        [open]);
    }

    private static OpenRun Prefix(List<Token> text, int start, int length)
    {
        var last = text[start + length - 1].Forms.Exact;
        return new OpenRun(
        [
            .. Enumerable.Range(0, length - 1).Select(place => Word(text[start + place])),
            last.Length < 3 ? new TermSlot([new MatchTerm(Likeness.Exact, last, last)]) : new PrefixSlot(last[..3]),
        ],
        [length - 1]);
    }

    private static PhraseSlot Word(Token token) => new TermSlot([Term(token)]);

    private static MatchTerm Term(Token token) => MatchTerm.Of(token.Forms, Likeness.Exact);
}
