using Search.Archive.Matching;
using Search.Core.Statements;
using Search.Queries;

namespace Search.Testing.Generation;

/// <summary>
/// Statements that repeat themselves, and a query of every shape at its limits that is dearest in them: phrases that overlap each
/// other, words that stand everywhere, sets and alternatives that multiply.
/// </summary>
public static class HostileSearches
{
    private static readonly string[] s_period = ["tide", "ebb", "keel", "pier", "salt", "sand", "reef", "buoy", "mast", "sail", "rope"];

    /// <param name="words">Words of each body.</param>
    public static IReadOnlyList<Statement> Statements(int words) =>
    [
        Of("one word", words, _ => "tide"),
        Of("two words", words, place => place % 2 == 0 ? "tide" : "ebb"),
        Of("two of three", words, place => place % 3 == 2 ? "ebb" : "tide"),
        Of("runs that grow", words, place => IsTriangular(place) ? "ebb" : "tide"),
        Of("eleven words", words, place => s_period[place % s_period.Length]),
        Of("eleven words, each twice", words, place => s_period[place / 2 % s_period.Length]),
        Of("written in four ways", words, place => (place % 4) switch { 0 => "tide", 1 => "Tide", 2 => "TIDE", _ => "tIde" }),
        Of("one beginning", words, place => $"tide{(char)('a' + (place % 26))}{(char)('a' + (place / 26 % 26))}"),
        Of("not stemmed", words, place => place % 2 == 0 ? "tide" : "ebb") with { Language = "de" },
        Of("short", 99, place => s_period[place % s_period.Length]),
    ];

    /// <summary>By the name of its shape; each keeps the language's limits.</summary>
    public static IEnumerable<(string Name, MatchNode Query)> Queries() => Texts().Select(entry => (entry.Name, Read(entry.Text)));

    private static IEnumerable<(string Name, string Text)> Texts()
    {
        yield return ("64 words", Join(Cycle(64), " "));
        yield return ("64 words, OR", Join(Cycle(64), " OR "));
        yield return ("none of 64 words", $"-({Join(Cycle(63), " OR ")}) tide");
        yield return ("phrase of one word, 64 times", Phrase(Repeat("tide", 64)));
        yield return ("phrase of one word, then another", Phrase([.. Repeat("tide", 63), "keel"]));
        yield return ("one word of 390 parts", Join(Repeat("tide", 390), "-"));
        yield return ("free words to the limit", $"\"tide{Join(Repeat(" *", 62), string.Empty)} tide\"");
        yield return ("free word after each word", Phrase(Repeat("tide *", 31).Append("tide")));
        yield return ("128 phrases", Phrase(Repeat("(tide tide|ebb tide)", 7)));
        yield return ("choices of two, seven times", Phrase(Repeat("(tide|ebb)", 7)));
        yield return ("choice of 60", $"\"({Join(Cycle(60), "|")}) tide\"");
        yield return ("8 prefixes", Join(Repeat("tid*", 8), " "));
        yield return ("8 phrases that end in a prefix", Join(s_period.Take(8).Select(word => $"\"{word} tid*\""), " OR "));
        yield return ("as written", Join(Repeat("(=tide =Tide =TIDE)", 20), " OR "));
        yield return ("phrase as written", $"={Phrase(Repeat("tide", 32).Concat(Repeat("Tide", 32)))}");
        yield return ("10 levels", $"{Join(Repeat("(tide -ebb OR (keel OR ", 5), string.Empty)}tide{new string(')', 10)}");
        yield return ("conjunctions in alternatives", $"{Join(Repeat("(tide keel) OR (ebb (", 5), string.Empty)}tide{new string(')', 10)}");
        yield return ("in the title", $"title:({Join(Cycle(60), " OR ")})");
        yield return ("NEAR of one word, 64 times", Join(Repeat("tide", 64), " NEAR/50 "));
        yield return ("BEFORE of one word, 64 times", Join(Repeat("tide", 64), " BEFORE/50 "));
        yield return ("NEAR of 64 words", Join(Cycle(64), " NEAR/50 "));
        yield return ("BEFORE of 64 words", Join(Cycle(64), " BEFORE/50 "));
        yield return ("64 words near each other", $"{Phrase(Cycle(64))}~50");
        yield return ("NEAR of 8 prefixes", Join(Repeat("tid*", 8), " NEAR/50 "));
        yield return ("NEAR of runs, longer and longer", Join(Runs(10), " NEAR/50 "));
        yield return ("NEAR of two runs", "\"tide tide\" NEAR/50 \"tide tide tide\"");
        yield return ("NEAR of three that alternate", "\"tide ebb\" NEAR/50 \"ebb tide\" NEAR/50 tide");
        yield return ("NEAR of 11 phrases that overlap", Join(Windows(11, 2), " NEAR/50 "));
        yield return ("NEAR of 20 phrases that overlap", Join(Windows(11, 3).Concat(Windows(9, 2)), " NEAR/50 "));
        yield return ("NEAR/0 of 20 phrases that overlap", Join(Windows(11, 3).Concat(Windows(9, 2)), " NEAR/0 "));
        yield return ("BEFORE of 20 phrases that overlap", Join(Windows(11, 3).Concat(Windows(9, 2)), " BEFORE/50 "));
        yield return ("NEAR of seven choices", Join(Choices(7), " NEAR/50 "));
        yield return ("NEAR of 128 choices of phrases", Join(Repeat("(\"tide ebb\" OR \"ebb tide\")", 7), " NEAR/50 "));
        yield return ("NEAR in the issuer", $"issuer:{Phrase(Repeat("tide", 60))}~50");
    }

    private static Statement Of(string name, int words, Func<int, string> word) => new StatementBuilder(name)
    {
        Title = string.Join(' ', Enumerable.Range(0, Math.Min(words, 200)).Select(word)),
        Body = string.Join(' ', Enumerable.Range(0, words).Select(word)),
        Issuer = string.Join(' ', Enumerable.Range(0, 60).Select(word)),
    }.Build();

    private static MatchNode Read(string text) => QueryParser.TryParse(text, out var node, out var error)
        ? QueryMeaning.Of(node, new MeaningOptions(new DateOnly(2030, 1, 1)))
        : throw new ArgumentException($"{error}: {text}", nameof(text));

    private static bool IsTriangular(int place) => Math.Sqrt((8.0 * place) + 1) is var root && root == Math.Floor(root);

    private static IEnumerable<string> Cycle(int count) => Enumerable.Range(0, count).Select(place => s_period[place % s_period.Length]);

    private static IEnumerable<string> Repeat(string text, int count) => Enumerable.Repeat(text, count);

    private static IEnumerable<string> Runs(int count) => Enumerable.Range(1, count).Select(length => Phrase(Repeat("tide", length)));

    private static IEnumerable<string> Choices(int count) =>
        Enumerable.Range(0, count).Select(place => $"({s_period[place]} OR {s_period[place + 1]})");

    /// <summary>Phrases that begin at each word of the period.</summary>
    private static IEnumerable<string> Windows(int count, int length) => Enumerable.Range(0, count)
        .Select(start => Phrase(Enumerable.Range(start, length).Select(place => s_period[place % s_period.Length])));

    private static string Phrase(IEnumerable<string> words) => $"\"{Join(words, " ")}\"";

    private static string Join(IEnumerable<string> texts, string between) => string.Join(between, texts);
}
