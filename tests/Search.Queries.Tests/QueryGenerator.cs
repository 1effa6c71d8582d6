using Search.Testing.Generation;

namespace Search.Queries.Tests;

/// <summary>Random trees and random texts, each wholly given by its seed.</summary>
public sealed class QueryGenerator(int seed)
{
    private static readonly string[] s_words =
    [
        "nuclear", "Test", "C++", "o'neil", "AT&T", "2024-05-01", "9/11",
        "10:30", "OR", "AND", "NOT", "or", "NEAR/5", "before/9", "-x", "--x",
        "=y", "\\z", "none", "missile(s)", "12\"", "\"x", "(", "~5", "nu*", "*", "*x", "wom*n", "title:x", "foo:bar", "http://x", "US",
        "김정은", "中国", "é", "‘n’", "–x", "−x", "\U0001F54A", "$$", "+a", "x:", ":", "…", "NONE", "a\"b",
    ];

    private static readonly string[] s_phraseWords =
    [
        "strongly", "condemn", "the", "OR", "-x", "(1953)", "title:x", "C++", "$$", "中国", "|", "\\", "=y", "~5",
    ];

    private static readonly string[] s_values =
    [
        "KCNA-2011/05", "a b", "none", "-x", "=y", "\\z", "(x)", "x)", "a|b", "x*", "OR", "title:x", "é",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A tree in the form that the parser gives: flat, within the limits.</summary>
    public QueryNode Tree() => Node(levels: 3, inField: false);

    /// <summary>Anything that may be typed, at most 2,000 characters.</summary>
    public string Text() => new QueryNoise(_random).Next();

    private QueryNode Node(int levels, bool inField) => _random.Next(levels > 0 ? 12 : 6) switch
    {
        0 or 1 => new WordNode(Pick(s_words), Verbatim: _random.Next(4) == 0),
        2 => new PrefixNode(Pick(["nuclear", "Jong-unt", "한국어", "--abc"])),
        3 => Phrase(),
        4 => new LoosePhraseNode(LoosePhrase(), _random.Next(51)),
        5 => inField ? new WordNode(Pick(s_words)) : Value(),
        6 or 7 => ConjunctionNode.Of(Nodes(levels - 1, inField)),
        8 => DisjunctionNode.Of(Nodes(levels - 1, inField)),
        9 => new NegationNode(Node(levels - 1, inField)),
        10 => new ProximityNode(
            [.. Enumerable.Range(0, _random.Next(2, 4)).Select(_ => NearOperand())], _random.Next(51), _random.Next(2) == 0),
        _ => inField ? Phrase() : Field(levels - 1),
    };

    private QueryNode Field(int levels)
    {
        var field = Pick<QueryField>([QueryField.Title, QueryField.Issuer, QueryField.Source]);
        var operand = Node(levels, inField: true);
        return operand is NegationNode negation ? new NegationNode(new FieldNode(field, negation.Operand)) : new FieldNode(field, operand);
    }

    private QueryNode Value() => _random.Next(8) switch
    {
        0 => new ValueNode(QueryField.Country, Pick<string?>(["JP", "Japan", "South Korea", null])),
        1 => new ValueNode(QueryField.Kind, Pick<string?>(["speech", "press statement", null])),
        2 => new ValueNode(QueryField.Language, Pick<string?>(["en", "pt-BR", null])),
        3 => new ValueNode(Pick<QueryField>([QueryField.Issuer, QueryField.Source]), null),
        4 => new UndatedNode(),
        5 => new BeforeNode(Point()),
        6 => Range(),
        _ => new ValueNode(QueryField.Id, Pick(s_values)),
    };

    private DateNode Range() => _random.Next(4) switch
    {
        0 => new DateNode(Point(), null),
        1 => new DateNode(null, Point()),
        2 => Point() is var point ? new DateNode(point, point) : throw new InvalidOperationException(),
        _ => new DateNode(new CalendarPoint(2001, 2), new CalendarPoint(_random.Next(2002, 2030))),
    };

    private DatePoint Point() => _random.Next(4) switch
    {
        0 => new CalendarPoint(_random.Next(1, 10_000)),
        1 => new CalendarPoint(_random.Next(1, 10_000), _random.Next(1, 13)),
        2 => new CalendarPoint(_random.Next(1, 10_000), _random.Next(1, 13), _random.Next(1, 29)),
        _ => new RelativePoint(_random.Next(100_000), Pick(Enum.GetValues<DateUnit>())),
    };

    private PhraseNode Phrase()
    {
        List<PhrasePart> parts = [Part()];
        for (var more = _random.Next(3); more > 0; more--)
        {
            parts.AddRange(_random.Next(4) == 0 ? [new PhraseFreeWord(), Part()] : [Part()]);
        }

        var verbatim = _random.Next(4) == 0;
        if (!verbatim && _random.Next(4) == 0)
        {
            parts.Add(new PhrasePrefix("tes"));
        }

        return new([.. parts], verbatim);
    }

    private PhraseNode LoosePhrase() => new([.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Part())], _random.Next(4) == 0);

    private PhrasePart Part() => _random.Next(5) == 0
        ? new PhraseAlternatives(["condemn", _random.Next(2) == 0 ? "regret" : "deeply regret"])
        : new PhraseWord(Pick(s_phraseWords));

    private QueryNode NearOperand() => _random.Next(4) switch
    {
        0 => Phrase(),
        1 => new DisjunctionNode([new WordNode("a"), Phrase()]),
        2 => new PrefixNode("nuclear"),
        _ => new WordNode(Pick(s_words), Verbatim: _random.Next(4) == 0),
    };

    private IEnumerable<QueryNode> Nodes(int levels, bool inField) =>
        [.. Enumerable.Range(0, _random.Next(2, 4)).Select(_ => Node(levels, inField))];

    private T Pick<T>(T[] items) => items[_random.Next(items.Length)];
}
