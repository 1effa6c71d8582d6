using Search.Archive.Reuse;
using Search.Core.Analysis;
using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Testing.Contract;

/// <summary>What is new in a statement, by comparing every word with every word of every statement.</summary>
internal sealed class NoveltyLoop
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<(Statement Statement, Words[] Texts)> _all;
    private readonly TextAnalyzer _analyzer = new();

    public NoveltyLoop(IReadOnlyList<Statement> statements) =>
        _all = [.. statements.Select(statement => (statement, new[] { Read(statement.Title), Read(statement.Body) }))];

    /// <summary>A line for each span, and one for the words that are new.</summary>
    public IReadOnlyList<string> Find(Statement statement)
    {
        var (lines, fresh) = (new List<string>(), 0);
        var others = _all.Where(other => other.Statement.Id != statement.Id).ToList();
        var earlier = others.Where(other => other.Statement.Issued?.Last < statement.Issued?.First).ToList();
        var undecided = others.Except(earlier)
            .Where(other => !(statement.Issued?.Last < other.Statement.Issued?.First)).ToList();
        foreach (var (field, text) in new[] { (MentionField.Title, Read(statement.Title)), (MentionField.Body, Read(statement.Body)) })
        {
            var covered = new bool[text.Numbers.Length];
            var reached = 0;
            for (var start = 0; start < text.Numbers.Length; start++)
            {
                var end = earlier.SelectMany(other => other.Texts).Select(other => Longest(text, start, other)).DefaultIfEmpty(start).Max();
                if (end > Math.Max(start, reached))
                {
                    reached = end;
                    Array.Fill(covered, true, start, end - start);
                    lines.Add(Line(field, text, start, end, Having(earlier, text, start, end), Having(undecided, text, start, end).Count));
                }
            }

            fresh += covered.Count(isCovered => !isCovered);
        }

        return [.. lines, $"{fresh} new"];
    }

    public static IReadOnlyList<string> Describe(Novelty novelty) =>
    [
        .. novelty.Spans.Select(span =>
            $"{span.Field} {span.Start} {span.Length} {Ids(span.Earlier)} {span.Undecided}"),
        $"{novelty.NewWords} new",
    ];

    private static string Line(MentionField field, Words text, int start, int end, IReadOnlyList<Statement> having, int undecided)
    {
        var (first, last) = (text.Tokens[start], text.Tokens[end - 1]);
        return $"{field} {first.Start} {last.Start + last.Length - first.Start} {Ids(having)} {undecided}";
    }

    private static string Ids(IEnumerable<Statement> statements) =>
        string.Join(',', statements.Select(statement => statement.Id.Value).Order(StringComparer.Ordinal));

    private static IReadOnlyList<Statement> Having(
        IEnumerable<(Statement Statement, Words[] Texts)> others, Words text, int start, int end) =>
        [.. others.Where(other => other.Texts.Any(words => Ends(text, start, words).Contains(end))).Select(other => other.Statement)];

    private static int Longest(Words text, int start, Words other) => Ends(text, start, other).DefaultIfEmpty(start).Max();

    /// <summary>All places where what begins at a word may end, so that it is a run or sentence of the other text.</summary>
    private static IEnumerable<int> Ends(Words text, int start, Words other)
    {
        for (var place = 0; place < other.Numbers.Length; place++)
        {
            var length = 0;
            while (start + length < text.Numbers.Length && place + length < other.Numbers.Length
                && text.Numbers[start + length] == other.Numbers[place + length])
            {
                length++;
                if (length >= 8 || (length >= 5 && text.IsSentence(start, start + length) && other.IsSentence(place, place + length)))
                {
                    yield return start + length;
                }
            }
        }
    }

    private Words Read(string text)
    {
        var tokens = _analyzer.Analyze(text);
        return new Words(
            text,
            tokens,
            [
                .. tokens.Select(token =>
                {
                    _numbers.TryAdd(token.Forms.Exact, _numbers.Count);
                    return _numbers[token.Forms.Exact];
                }),
            ]);
    }

    private sealed record Words(string Text, IReadOnlyList<Token> Tokens, int[] Numbers)
    {
        public bool IsSentence(int start, int end)
        {
            if (!IsBound(start) || !IsBound(end))
            {
                return false;
            }

            return Enumerable.Range(start + 1, end - start - 1).All(index => !IsBound(index));
        }

        private bool IsBound(int index)
        {
            if (index == 0 || index == Tokens.Count)
            {
                return true;
            }

            var between = Text[(Tokens[index - 1].Start + Tokens[index - 1].Length)..Tokens[index].Start];
            var ended = false;
            foreach (var character in between)
            {
                if (ended && (character is ' ' or '\t' or '\n'))
                {
                    return true;
                }

                ended |= ".!?…。！？".Contains(character, StringComparison.Ordinal);
            }

            return between.Contains("\n\n", StringComparison.Ordinal);
        }
    }
}
