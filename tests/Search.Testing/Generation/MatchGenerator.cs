using Search.Archive.Matching;
using Search.Core;
using Search.Core.Analysis;
using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Testing.Generation;

/// <summary>
/// Draws queries of every kind from statements' own words: each is made to suit one statement, so that most have hits, and
/// then changed a little here and there, so that some just miss. The same seed gives the same queries.
/// </summary>
public sealed class MatchGenerator
{
    private static readonly Likeness[] s_levels = Enum.GetValues<Likeness>();

    private readonly AnalyzedStatement[] _statements;
    private readonly Random _random;

    public MatchGenerator(IEnumerable<AnalyzedStatement> statements, int seed)
    {
        _statements = [.. statements];
        _random = new Random(seed);
    }

    public MatchNode Next() => Node(Pick(_statements), depth: 3);

    private MatchNode Node(AnalyzedStatement target, int depth) => _random.Next(depth > 0 ? 14 : 9) switch
    {
        0 or 1 => Phrase(target, 1),
        2 or 3 => Phrase(target, 2 + _random.Next(3)),
        4 => Phrase(target, 1) is PhraseMatch { Slots: [TermSlot { Terms: [var term] }] } word
            ? word with { Slots = [Prefix(term)] }
            : Match.Everything,
        5 or 6 => Proximity(target),
        7 => FacetOrDate(target),
        8 => Rare(target),
        9 or 10 => new ConjunctionMatch([.. Operands(() => Node(target, depth - 1))]),
        11 => new DisjunctionMatch([Node(target, depth - 1), .. Operands(() => Node(Pick(_statements), depth - 1))]),
        12 => new ConjunctionMatch([Node(target, depth - 1), new NegationMatch(Node(Pick(_statements), depth - 1))]),
        _ => new NegationMatch(Node(Pick(_statements), depth - 1)),
    };

    private IEnumerable<MatchNode> Operands(Func<MatchNode> next) => Enumerable.Range(0, 2 + _random.Next(2)).Select(_ => next());

    private MatchNode Phrase(AnalyzedStatement target, int length)
    {
        var (scope, text) = Text(target);
        if (text.Count < length)
        {
            return Match.Everything;
        }

        var start = _random.Next(text.Count - length + 1);
        var slots = Enumerable.Range(start, length)
            .Select(index => Slot(text[index], index == start || index == start + length - 1))
            .ToList();
        return new PhraseMatch([.. slots], scope);
    }

    private ProximityMatch Proximity(AnalyzedStatement target)
    {
        var (scope, text) = Text(target);
        var count = 2 + _random.Next(2);
        var phrases = new List<EquatableList<PhraseSlot>>();
        var position = text.Count == 0 ? 0 : _random.Next(text.Count);
        var (first, last, own) = (position, position, 0);
        for (var index = 0; index < count && position < text.Count; index++)
        {
            var length = Math.Min(1 + _random.Next(2), text.Count - position);
            phrases.Add([.. Enumerable.Range(position, length).Select(place => Slot(text[place], atEdge: true))]);
            last = position + length;
            own += length;
            position = last + _random.Next(4);
        }

        while (phrases.Count < 2)
        {
            phrases.Add([Match.AnyOf(Likeness.Exact, "harbour")]);
        }

        var ordered = _random.Next(3) == 0;
        var distance = Math.Max(0, last - first - own + _random.Next(-1, 3));
        return new ProximityMatch([.. phrases.OrderBy(_ => ordered ? 0 : _random.Next())], distance, ordered, scope);
    }

    private MatchNode FacetOrDate(AnalyzedStatement target)
    {
        var statement = target.Statement;
        if (_random.Next(4) == 0)
        {
            return statement.Issued?.First is not { } day || _random.Next(8) == 0
                ? Match.Undated
                : Match.Issued(day.AddDays(-_random.Next(60)), _random.Next(2) == 0 ? null : day.AddDays(_random.Next(60)));
        }

        var facet = Pick(Enum.GetValues<FacetName>());
        return Match.Facet(facet, FacetValues.Of(statement, facet, MentionKinds.Default) is [var value, ..] ? value : null);
    }

    private MatchNode Rare(AnalyzedStatement target) => _random.Next(6) switch
    {
        0 => Match.Everything,
        1 => Match.Nothing,
        2 => Match.Id(target.Statement.SourceId ?? target.Statement.Id.Value),
        3 => Match.Id(target.Statement.Id.Value),
        4 => Names(target, TextScope.Source),
        _ => Names(target, TextScope.Issuer),
    };

    /// <summary>Words of the issuer's or the source's name, of which only exact forms occur.</summary>
    private MatchNode Names(AnalyzedStatement target, TextScope scope)
    {
        var text = Pick(target.TextsOf(scope).ToArray());
        if (text.Count == 0)
        {
            return Match.Everything;
        }

        var start = _random.Next(text.Count);
        var length = 1 + _random.Next(Math.Min(3, text.Count - start));
        return new PhraseMatch(
            [.. text.GetRange(start, length).Select(token => new TermSlot([MatchTerm.Of(token.Forms, Likeness.Exact)]))], scope);
    }

    private (TextScope Scope, List<Token> Text) Text(AnalyzedStatement target) => _random.Next(6) switch
    {
        0 => (TextScope.Title, target.Title),
        1 => (TextScope.Body, target.Body),
        2 => (TextScope.TitleAndBody, target.Title),
        _ => (TextScope.TitleAndBody, target.Body),
    };

    private PhraseSlot Slot(Token token, bool atEdge)
    {
        var term = MatchTerm.Of(token.Forms, Pick(s_levels));
        return _random.Next(8) switch
        {
            0 when !atEdge => new AnySlot(),
            1 => new TermSlot([term, OtherTerm()]),
            2 => Prefix(term),
            _ => new TermSlot([_random.Next(20) == 0 ? OtherTerm() : term]),
        };
    }

    private MatchTerm OtherTerm()
    {
        var (_, text) = Text(Pick(_statements));
        return text.Count == 0 ? Match.Term("harbour", Likeness.Exact) : MatchTerm.Of(Pick(text.ToArray()).Forms, Pick(s_levels));
    }

    /// <summary>The beginning of a word, of three letters at least, as the query language has it.</summary>
    private PhraseSlot Prefix(MatchTerm term)
    {
        var exact = term.Unstemmed;
        return term.Likeness == Likeness.Verbatim || exact.Length < 3
            ? new TermSlot([term])
            : new PrefixSlot(exact[..(3 + _random.Next(exact.Length - 2))]);
    }

    private T Pick<T>(T[] values) => values[_random.Next(values.Length)];
}
