using System.Globalization;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Queries;

namespace Search.Testing.Generation;

/// <param name="Text">As a user types it.</param>
/// <param name="MatchAny">Its words are optional.</param>
public sealed record GeneratedQuery(string Text, bool MatchAny);

/// <summary>
/// Draws queries as users type them from statements' own words and phrases, as printed: with their apostrophes, dots and
/// hyphens. Each is made to suit one statement and now and then changed a little, so that some just miss. The same seed gives
/// the same queries.
/// </summary>
public sealed class QueryTextGenerator
{
    private static readonly char[] s_ends = [.. "\"“”„«»()[]<>*|=-–—,.;:!?…'’‘"];

    private readonly Random _random;
    private readonly (Statement Statement, string[] Title, string[] Body)[] _statements;

    public QueryTextGenerator(IEnumerable<Statement> statements, int seed)
    {
        _random = new Random(seed);
        _statements =
        [
            .. statements
                .Select(statement => (Statement: statement, Title: Pieces(statement.Title), Body: Pieces(statement.Body)))
                .Where(entry => entry is { Title.Length: > 0, Body.Length: > 6 }),
        ];
    }

    public GeneratedQuery Next() => new(Query(Pick(_statements), levels: 2), _random.Next(10) == 0);

    private string Query((Statement Statement, string[] Title, string[] Body) target, int levels) =>
        _random.Next(levels > 0 ? 22 : 15) switch
        {
            0 or 1 => string.Join(' ', Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Pick(target.Body))),
            2 or 3 or 4 => Quoted(Run(target.Body, 2, 6)),
            5 => $"={(_random.Next(2) == 0 ? Pick(target.Body) : Quoted(Run(target.Body, 2, 4)))}",
            6 => Prefix(Pick(target.Body)),
            7 => Quoted([.. Run(target.Body, 1, 3), Prefix(Pick(target.Body))]),
            8 => Quoted(Changed(Run(target.Body, 3, 6), "*")),
            9 => Quoted(Changed(Run(target.Body, 2, 5), $"({Pick(target.Body)}|{Pick(Pick(_statements).Body)})")),
            10 => $"{Quoted(Shuffled(Run(target.Body, 2, 5)))}~{_random.Next(6)}",
            11 => Near(Run(target.Body, 3, 7)),
            12 => $"title:{(_random.Next(2) == 0 ? Pick(target.Title) : Quoted(Run(target.Title, 1, 4)))}",
            13 => Field(target.Statement),
            14 => Date(target.Statement),
            15 or 16 => $"{Query(target, levels - 1)} {Operand(target, levels)}",
            17 => $"{Query(target, levels - 1)} OR {Query(Pick(_statements), levels - 1)}",
            18 => $"{Operand(target, levels)} -{Operand(Pick(_statements), levels)}",
            19 => $"{Operand(target, levels)} NOT {Operand(Pick(_statements), levels)}",
            20 => $"({Query(Pick(_statements), levels - 1)} | {Query(target, levels - 1)}) {Pick(target.Body)}",
            _ => $"-{Operand(Pick(_statements), levels)}",
        };

    private string Operand((Statement Statement, string[] Title, string[] Body) target, int levels) => $"({Query(target, levels - 1)})";

    private string Near(string[] run) =>
        (_random.Next(2) == 0 ? run[0] : Quoted(run[..2]))
            + $" {(_random.Next(2) == 0 ? "NEAR" : "BEFORE")}/{_random.Next(run.Length)} {run[^1]}";

    private string Field(Statement statement) => _random.Next(7) switch
    {
        0 => statement.Issuer is { } issuer ? $"issuer:{Quoted(Run(Pieces(issuer.Name), 1, 4))}" : "issuer:none",
        1 => $"source:{Quoted(Run(Pieces(statement.Source), 1, 3))}",
        2 => FacetValues.Of(statement, FacetName.Country, MentionKinds.Default) is [var code, ..] ? $"country:{code}" : "country:none",
        3 => $"kind:{statement.Kind.ToValue()}",
        4 => $"language:{statement.Language ?? "none"}",
        5 => $"id:{Quoted([statement.SourceId ?? statement.Id.Value])}",
        _ => $"id:{statement.Id.Value}",
    };

    private string Date(Statement statement) => statement.Issued?.First is not { } day ? "date:none" : _random.Next(5) switch
    {
        0 => Text("date:{0:yyyy-MM}", day),
        1 => Text("date:{0:yyyy-MM-dd}..{1:yyyy-MM-dd}", day.AddDays(-_random.Next(40)), day.AddDays(_random.Next(40))),
        2 => Text("after:{0:yyyy-MM-dd}", day.AddDays(-_random.Next(3))),
        3 => Text("before:{0:yyyy-MM-dd}", day.AddDays(_random.Next(3))),
        _ => Text("after:-{0}d", QueryCases.Today.DayNumber - day.DayNumber),
    };

    private static string Text(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);

    /// <summary>As many letters as a prefix needs at least.</summary>
    private string Prefix(string word) =>
        word.Length < QueryLimits.MinPrefixLetters ? word : $"{word[..(QueryLimits.MinPrefixLetters + _random.Next(word.Length - 2))]}*";

    private static string Quoted(string[] words) => $"\"{string.Join(' ', words)}\"";

    private string[] Changed(string[] words, string place)
    {
        words[words.Length < 3 ? words.Length - 1 : _random.Next(1, words.Length - 1)] = place;
        return words;
    }

    private string[] Shuffled(string[] words)
    {
        _random.Shuffle(words);
        return words;
    }

    /// <summary>Neighbouring words, fewer than <paramref name="most"/>, of which one in ten runs has one that is another's.</summary>
    private string[] Run(string[] words, int least, int most)
    {
        var length = Math.Min(words.Length, _random.Next(least, most));
        var run = words.AsSpan(_random.Next(words.Length - length + 1), length).ToArray();
        if (_random.Next(10) == 0)
        {
            run[_random.Next(length)] = Pick(Pick(_statements).Body);
        }

        return run;
    }

    private T Pick<T>(T[] items) => items[_random.Next(items.Length)];

    private static string[] Pieces(string text) =>
        [.. text
            .Split([' ', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)
            .Select(piece => piece.Trim(s_ends))
            .Where(piece => piece.Length > 0)];
}
