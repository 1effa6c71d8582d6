using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Queries;

namespace Search.Benchmarks.Queries;

/// <summary>The dearest queries that the limits allow, made of an archive's commonest words, and those that they refuse.</summary>
internal sealed class CostlyQueries
{
    private readonly string[] _words;
    private readonly string[] _prefixes;
    private readonly string[] _longest;

    public CostlyQueries(IReadOnlyList<Statement> statements)
    {
        var (analyzer, tokens, counts) = (new TextAnalyzer(), new List<Token>(), new Dictionary<string, int>(StringComparer.Ordinal));
        string[] longest = [];
        foreach (var statement in statements)
        {
            analyzer.Analyze(statement.Body, tokens);
            foreach (var token in tokens)
            {
                counts[token.Forms.Exact] = counts.GetValueOrDefault(token.Forms.Exact) + 1;
            }

            if (tokens.Count > longest.Length && tokens.Take(QueryLimits.MaxTerms).All(token => IsPlain(token.Forms.Exact)))
            {
                longest = [.. tokens.Take(QueryLimits.MaxTerms).Select(token => token.Forms.Exact)];
            }
        }

        var plain = counts.Where(entry => IsPlain(entry.Key)).OrderByDescending(entry => entry.Value).ToList();
        _longest = longest;
        _words = [.. plain.Take(QueryLimits.MaxTerms).Select(entry => entry.Key)];
        _prefixes =
        [
            .. plain.Where(entry => entry.Key.Length >= QueryLimits.MinPrefixLetters)
                .GroupBy(entry => entry.Key[..QueryLimits.MinPrefixLetters])
                .OrderByDescending(group => group.Sum(entry => (long)entry.Value))
                .Take(QueryLimits.MaxPrefixes)
                .Select(group => $"{group.Key}*"),
        ];
    }

    public IEnumerable<(string Name, string Query)> Allowed()
    {
        yield return ("64 words", Join(_words));
        yield return ("64 words, OR", Join(_words, " OR "));
        yield return ("64 words, none of them", $"-({Join(_words, " OR ")})");
        yield return ("phrase of 64 words", $"\"{Join(_longest)}\"");
        yield return ("phrase of the 3 commonest", $"\"{Join(_words[..3])}\"");
        yield return ("phrase with 30 free words", $"\"{_words[0]}{string.Concat(Enumerable.Repeat(" *", 30))} {_words[1]}\"");
        yield return (
            "phrase of 7 choices of 2", $"\"{string.Join(' ', _words[..14].Chunk(2).Select(chunk => $"({Join(chunk, "|")})"))}\"");
        yield return (
            "128 phrases",
            $"\"{string.Join(' ', _words[..28].Chunk(4).Select(chunk => $"({chunk[0]} {chunk[1]}|{chunk[2]} {chunk[3]})"))}\"");
        yield return ("8 prefixes", Join(_prefixes));
        yield return ("8 prefixes, OR", Join(_prefixes, " OR "));
        yield return ("phrase with a prefix", $"\"{_words[0]} {_prefixes[0]}\"");
        yield return (
            "8 phrases with a prefix, OR", string.Join(" OR ", _prefixes.Select((prefix, index) => $"\"{_words[index]} {prefix}\"")));
        yield return ("OR of the 2 commonest", Join(_words[..2], " OR "));
        yield return ("NEAR/50 of the 2 commonest", Join(_words[..2], " NEAR/50 "));
        yield return ("BEFORE/50 of the 2 commonest", Join(_words[..2], " BEFORE/50 "));
        yield return ("NEAR/50 of the 8 commonest", Join(_words[..8], " NEAR/50 "));
        yield return ("NEAR/50 of 64 words", Join(_words, " NEAR/50 "));
        yield return ("\"64 words\"~50", $"\"{Join(_words)}\"~50");
        yield return ("NEAR/50 of a word with itself", Join(Enumerable.Repeat(_words[0], 20), " NEAR/50 "));
        yield return ("NEAR/50 of 8 prefixes", Join(_prefixes, " NEAR/50 "));
        yield return (
            "NEAR/50 of 2 choices of 8", string.Join(" NEAR/50 ", _words[..16].Chunk(8).Select(chunk => $"({Join(chunk, " OR ")})")));
        yield return (
            "NEAR/50 of 128 choices of phrases",
            string.Join(" NEAR/50 ", _words[..28].Chunk(4).Select(chunk => $"(\"{chunk[0]} {chunk[1]}\" OR \"{chunk[2]} {chunk[3]}\")")));
        yield return ("everything", string.Empty);
    }

    public static IEnumerable<(string Name, string Query)> Refused()
    {
        yield return ("65 terms", Join(Enumerable.Repeat("sea", 65)));
        yield return ("9 prefixes", Join(Enumerable.Repeat("sea*", 9)));
        yield return ("prefix of two letters", "se*");
        yield return ("NEAR/51", "sea NEAR/51 port");
        yield return ("11 levels", $"{new string('(', 11)}sea{new string(')', 11)}");
        yield return ("129 and more choices", $"\"{Join(Enumerable.Repeat("(a sea|b)", 8))}\"");
        yield return ("2,001 characters", new string('a', QueryLimits.MaxLength + 1));
    }

    private static bool IsPlain(string word) => word.All(char.IsAsciiLetterLower);

    private static string Join(IEnumerable<string> words, string between = " ") => string.Join(between, words);
}
