using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Benchmarks.Searching;

/// <param name="Text">In the product's query language.</param>
/// <param name="Plain">The same as plain FTS5 is asked; null where it cannot be.</param>
internal sealed record LoggedQuery(string Text, string? Plain, SearchFilters Filters);

/// <summary>A mixed log of queries, drawn with a fixed seed from the statements' own words and phrases.</summary>
internal static class QueryLog
{
    private const int Seed = 20240913;

    public static IEnumerable<(string Class, IReadOnlyList<LoggedQuery> Queries)> Draw(IReadOnlyList<Statement> statements, int count)
    {
        var words = new Words(statements, new Random(Seed));
        yield return ("rare", Words.Queries(count, () => Word(words.Rare())));
        yield return ("mid", Words.Queries(count, () => Word(words.Mid())));
        yield return ("common", Words.Queries(count, () => Word(words.Common())));
        yield return ("boolean and", Words.Queries(count, () => And(words.Common(), words.Mid())));
        yield return ("common and", Words.Queries(count, () => And(words.Common(), words.Common())));
        yield return ("boolean or", Words.Queries(count, () => Or(words.Common(), words.Mid())));
        yield return ("not", Words.Queries(count, () => Not(words.Common(), words.Mid())));
        yield return ("phrase", Words.Queries(count, () => Phrase(words.Phrase(2, isCommon: false))));
        yield return ("phrase common", Words.Queries(count, () => Phrase(words.Phrase(2, isCommon: true))));
        yield return ("phrase of three", Words.Queries(count, () => Phrase(words.Phrase(3, isCommon: false))));
        yield return ("prefix", Words.Queries(count, () => Prefix(words.Mid())));
        yield return ("date range", Words.Queries(count, () => Word(words.Common()) with { Filters = Range, Plain = null }));
        yield return ("facet chosen", Words.Queries(count, () => Word(words.Common()) with { Filters = Chosen, Plain = null }));
        yield return ("everything", [new LoggedQuery(string.Empty, null, SearchFilters.None)]);
    }

    private static SearchFilters Range { get; } = new() { From = new DateOnly(2011, 6, 1), To = new DateOnly(2012, 5, 31) };

    private static SearchFilters Chosen { get; } = new() { Country = new FacetFilter(["JP", "US"], []) };

    private static LoggedQuery Word(string word) => new(word, Quote(word), SearchFilters.None);

    private static LoggedQuery And(string one, string other) =>
        new($"{one} {other}", $"{Quote(one)} AND {Quote(other)}", SearchFilters.None);

    private static LoggedQuery Or(string one, string other) =>
        new($"{one} OR {other}", $"{Quote(one)} OR {Quote(other)}", SearchFilters.None);

    private static LoggedQuery Not(string one, string other) =>
        new($"{one} -{other}", $"{Quote(one)} NOT {Quote(other)}", SearchFilters.None);

    private static LoggedQuery Phrase(string phrase) => new(Quote(phrase), Quote(phrase), SearchFilters.None);

    private static LoggedQuery Prefix(string word) => new($"{word[..4]}*", $"{Quote(word[..4])} *", SearchFilters.None);

    private static string Quote(string text) => $"\"{text}\"";

    /// <summary>The archive's words by how many statements have them, and places to take phrases from.</summary>
    private sealed class Words
    {
        private readonly IReadOnlyList<Statement> _statements;
        private readonly Random _random;
        private readonly TextAnalyzer _analyzer = new();
        private readonly List<Token> _tokens = [];
        private readonly Dictionary<string, int> _frequencies = new(StringComparer.Ordinal);
        private readonly string[] _rare;
        private readonly string[] _mid;
        private readonly string[] _common;

        public Words(IReadOnlyList<Statement> statements, Random random)
        {
            _statements = statements;
            _random = random;
            foreach (var statement in statements)
            {
                _analyzer.Analyze(statement.Body, _tokens);
                foreach (var word in _tokens.Select(token => token.Forms.Exact).Distinct(StringComparer.Ordinal))
                {
                    _frequencies[word] = _frequencies.GetValueOrDefault(word) + 1;
                }
            }

            var share = statements.Count / 100.0;
            _rare = Between(2, share * 0.1);
            _mid = Between(share * 0.5, share * 5);
            _common = Between(share * 10, share * 80);
        }

        public string Rare() => _rare[_random.Next(_rare.Length)];

        public string Mid() => _mid[_random.Next(_mid.Length)];

        public string Common() => _common[_random.Next(_common.Length)];

        public static IReadOnlyList<LoggedQuery> Queries(int count, Func<LoggedQuery> draw) =>
            [.. Enumerable.Range(0, count).Select(_ => draw())];

        public string Phrase(int length, bool isCommon)
        {
            while (true)
            {
                _analyzer.Analyze(_statements[_random.Next(_statements.Count)].Body, _tokens);
                if (_tokens.Count <= length)
                {
                    continue;
                }

                var start = _random.Next(_tokens.Count - length);
                var words = _tokens.GetRange(start, length).ConvertAll(token => token.Forms.Exact);
                var least = words.Min(word => _frequencies.GetValueOrDefault(word));
                if (words.TrueForAll(word => word.All(char.IsAsciiLetter)) && isCommon == least > _statements.Count * 0.4)
                {
                    return string.Join(' ', words);
                }
            }
        }

        private string[] Between(double least, double most) =>
            [.. _frequencies
                .Where(entry => entry.Value >= least && entry.Value <= most)
                .Where(entry => entry.Key.Length >= 4 && entry.Key.All(char.IsAsciiLetter))
                .Select(entry => entry.Key).Order(StringComparer.Ordinal)];
    }
}
