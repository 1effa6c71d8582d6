using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Testing;
using Search.Testing.Generation;

namespace Search.Archive.Tests.Highlighting;

/// <summary>What holds for the marks and passages of any query and any text.</summary>
public sealed class HighlighterPropertyTests
{
    private static readonly string[] s_pieces =
    [
        "tide", "Harbour", "harbours", "the", "US", "us", "U.S.", " ", " ", " ", "\n\n", ". ", "? ",
        "’s", "-", "é", "e\u0301", "東京", "🚢", "👨\u200D👩\u200D👧", "\uD83D", "ﬁ", "„", "\t",
    ];

    [Fact]
    public void Highlight_FictionalStatementsAndGeneratedQueries_IsWellFormed() => Check(FictionalCorpus.Statements(200), seed: 3);

    [Fact]
    public void Highlight_RealStatementsAndGeneratedQueries_IsWellFormed() =>
        Check(RealStatements.Read(SharedData.Require("data/statements/functional.jsonl")), seed: 4);

    [Fact]
    public void Highlight_RandomTexts_IsWellFormed()
    {
        var random = new Random(5);
        Check([.. Enumerable.Range(0, 300).Select(number => new StatementBuilder($"{number}")
        {
            Title = Text(random, random.Next(12)),
            Body = Text(random, random.Next(400)),
        }.Build())], seed: 6);
    }

    private static string Text(Random random, int pieces) =>
        string.Concat(Enumerable.Range(0, pieces).Select(_ => s_pieces[random.Next(s_pieces.Length)]));

    private static void Check(IReadOnlyList<Statement> statements, int seed)
    {
        var analyzer = new TextAnalyzer();
        var analyzed = statements.Select(statement => new AnalyzedStatement(statement, analyzer)).ToArray();
        var generator = new MatchGenerator(analyzed, seed);
        var random = new Random(seed);
        for (var round = 0; round < 1_500; round++)
        {
            var query = generator.Next();
            var statement = analyzed[random.Next(analyzed.Length)];
            var highlighter = new Highlighter(query, analyzer);
            var context = $"{MatchPrinter.Print(query)} in {statement.Statement.SourceId}";
            CheckMarks(highlighter.MarkAll(statement.Statement, TextScope.Title), statement.Statement.Title, context);
            var marks = highlighter.MarkAll(statement.Statement, TextScope.Body);
            CheckMarks(marks, statement.Statement.Body, context);
            var highlights = highlighter.Highlight(statement.Statement);
            Assert.True(
                (highlights.Occurrences ?? highlights.TitleMarks.Count + marks.Count) == highlights.TitleMarks.Count + marks.Count,
                context);
            CheckSnippets(highlights, statement.Statement.Body, marks, context);
            Assert.Equal(highlighter.MarkAll(statement.Statement, TextScope.Title), highlights.TitleMarks);
            CheckWordIsMarkedWhereItMatches(query, statement, marks, context);
        }
    }

    private static void CheckMarks(IReadOnlyList<Mark> marks, string text, string context)
    {
        var end = 0;
        foreach (var mark in marks)
        {
            Assert.True(mark.Length > 0 && mark.Start >= end && mark.Start + mark.Length <= text.Length, context);
            end = mark.Start + mark.Length;
        }
    }

    private static void CheckSnippets(Highlights highlights, string body, IReadOnlyList<Mark> marks, string context)
    {
        var end = 0;
        Assert.True(highlights.Snippets.Count <= 3 && (highlights.Snippets.Count > 0 || string.IsNullOrWhiteSpace(body)), context);
        foreach (var snippet in highlights.Snippets)
        {
            Assert.True(snippet.Offset >= end && body.AsSpan(snippet.Offset).StartsWith(snippet.Text), context);
            end = snippet.Offset + snippet.Text.Length;
            Assert.True(snippet.Text.Length is > 0 and <= 240, context);
            Assert.True(snippet.Marks.Count > 0 || marks.Count == 0, context);
            CheckMarks(snippet.Marks, snippet.Text, context);
            Assert.False(SplitsPair(body, snippet.Offset) || SplitsPair(body, end), context);

            var expected = marks.Select(mark => (Start: Math.Max(mark.Start, snippet.Offset), End: Math.Min(mark.Start + mark.Length, end)))
                .Where(mark => mark.End > mark.Start)
                .Select(mark => new Mark(mark.Start - snippet.Offset, mark.End - mark.Start));
            Assert.True(expected.SequenceEqual(snippet.Marks), context);
        }
    }

    private static bool SplitsPair(string text, int place) =>
        place > 0 && place < text.Length && char.IsHighSurrogate(text[place - 1]) && char.IsLowSurrogate(text[place]);

    /// <summary>A query of one phrase marks a body just when it occurs there.</summary>
    private static void CheckWordIsMarkedWhereItMatches(
        MatchNode query, AnalyzedStatement statement, IReadOnlyList<Mark> marks, string context)
    {
        if (query is PhraseMatch { Scope: TextScope.TitleAndBody or TextScope.Body } phrase)
        {
            var matches = MatchEvaluator.Matches(phrase with { Scope = TextScope.Body }, statement);
            Assert.True(matches == (marks.Count > 0), context);
        }
        else if (query is ProximityMatch { Scope: TextScope.TitleAndBody or TextScope.Body } proximity)
        {
            var matches = MatchEvaluator.Matches(proximity with { Scope = TextScope.Body }, statement);
            Assert.True(matches == (marks.Count > 0), context);
        }
    }
}
