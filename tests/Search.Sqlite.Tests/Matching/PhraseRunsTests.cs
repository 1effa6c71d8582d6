using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Sqlite.Indexing;
using Search.Sqlite.Matching;
using Search.Sqlite.Native;
using Search.Sqlite.Planning;

namespace Search.Sqlite.Tests.Matching;

public sealed class PhraseRunsTests
{
    [Fact]
    public void Find_OneRun_IsWhereItBegins()
    {
        var runs = Runs(new PhraseCheck(1, [new(0, 0)], [], []));
        runs.RunPositions[0].AddRange([At(0, 3), At(1, 5)]);

        Assert.Equal((true, 2), (runs.Find([]), runs.Count));
        Assert.Equal([5], Starts(runs, column: 1));
    }

    [Fact]
    public void Find_RunsAtTheirDistance_IsThere()
    {
        var runs = Runs(new PhraseCheck(3, [new(0, 0), new(1, 2)], [], []));
        runs.RunPositions[0].AddRange([At(1, 4), At(1, 9)]);
        runs.RunPositions[1].AddRange([At(1, 6), At(1, 10)]);

        Assert.True(runs.Find([]));
        Assert.Equal([4], Starts(runs, column: 1));
    }

    /// <summary>The last word of the title and the first of the body are no phrase.</summary>
    [Fact]
    public void Find_RunsInTwoColumns_IsNotThere()
    {
        var runs = Runs(new PhraseCheck(2, [new(0, 0), new(1, 1)], [], []));
        runs.RunPositions[0].Add(At(0, 4));
        runs.RunPositions[1].Add(At(1, 0));

        Assert.False(runs.Find([]));
    }

    [Fact]
    public void Find_ExclusionAtItsPlace_TakesThatPlaceOnly()
    {
        var runs = Runs(new PhraseCheck(2, [new(0, 0)], [new(1, 1)], []));
        runs.RunPositions[0].AddRange([At(1, 2), At(1, 7)]);
        runs.ExcludedPositions[0].AddRange([At(1, 2), At(1, 8)]);

        Assert.True(runs.Find([]));
        Assert.Equal([2], Starts(runs, column: 1));
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public void Find_Capital_IsAsAsked(bool capitalised, int expected)
    {
        var writer = new CapitalMapWriter();
        var analyzer = new TextAnalyzer();
        writer.AddTitle([]);
        writer.AddBody(Tokens(analyzer, "Lanterns lanterns"));
        var runs = Runs(new PhraseCheck(1, [new(0, 0)], [], [new(capitalised, 0)]));
        runs.RunPositions[0].AddRange([At(1, 0), At(1, 1)]);

        Assert.True(runs.Find(writer.ToArray()));
        Assert.Equal([expected], Starts(runs, column: 1));
    }

    /// <summary>Occurrences may overlap: "a * a" is twice in "a a a a".</summary>
    [Fact]
    public void Find_Overlapping_CountsEach()
    {
        var runs = Runs(new PhraseCheck(3, [new(0, 0), new(1, 2)], [], []));
        foreach (var positions in runs.RunPositions)
        {
            positions.AddRange([At(1, 0), At(1, 1), At(1, 2), At(1, 3)]);
        }

        Assert.Equal((true, 2), (runs.Find([]), runs.Count));
    }

    private static PhraseRuns Runs(PhraseCheck check) => new(check, new MatchWork());

    private static long At(int column, int offset) => FieldPosition.Pack(column, offset);

    private static List<int> Starts(PhraseRuns runs, int column)
    {
        var starts = new List<int>();
        runs.AddStarts(column, starts);
        return starts;
    }

    private static List<Token> Tokens(TextAnalyzer analyzer, string text)
    {
        var tokens = new List<Token>();
        analyzer.Analyze(text, tokens);
        return tokens;
    }
}
