using Search.Service.Comparing;

namespace Search.Service.Tests.Comparing;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("", "", "")]
    [InlineData("the tide rises", "the tide rises", "the tide rises")]
    [InlineData("the tide rises", "the tide falls", "the tide [-rises-]{+falls+}")]
    [InlineData("We regret this.", "We deeply regret this.", "We {+deeply +}regret this.")]
    [InlineData("We deeply regret this.", "We regret this.", "We [-deeply -]regret this.")]
    [InlineData("one two three", "four five three", "[-one two-]{+four five+} three")]
    [InlineData("", "all new", "{+all new+}")]
    [InlineData("all gone", "", "[-all gone-]")]
    [InlineData("First.\n\nSecond.", "First.\n\nNew.\n\nSecond.", "First.\n\n{+New.\n\n+}Second.")]
    public void Between_TwoTexts_ShowsWhatChanged(string earlier, string later, string expected) =>
        Assert.Equal(expected, Print(WordDifference.Between(earlier, later)));

    [Fact]
    public void Between_ManyRandomTexts_GivesBothTextsBack()
    {
        var random = new Random(4711);
        for (var round = 0; round < 200; round++)
        {
            var earlier = Text(random);
            var later = Text(random);
            var changes = WordDifference.Between(earlier, later);

            Assert.Equal(earlier, string.Concat(changes.Where(change => change.Kind != ChangeKind.Inserted).Select(change => change.Text)));
            Assert.Equal(later, string.Concat(changes.Where(change => change.Kind != ChangeKind.Deleted).Select(change => change.Text)));
        }
    }

    [Fact]
    public void Between_TextsThatShareNothing_ReplacesOneByTheOther()
    {
        var earlier = string.Join(' ', Enumerable.Range(0, 3000).Select(number => $"a{number}"));
        var later = string.Join(' ', Enumerable.Range(0, 3000).Select(number => $"b{number}"));

        Assert.Equal([ChangeKind.Deleted, ChangeKind.Inserted], WordDifference.Between(earlier, later).Select(change => change.Kind));
    }

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => $"{"abcd"[random.Next(4)]}{(random.Next(3) == 0 ? ".\n\n" : " ")}"));

    private static string Print(IReadOnlyList<Change> changes) => string.Concat(changes.Select(change => change.Kind switch
    {
        ChangeKind.Deleted => $"[-{change.Text}-]",
        ChangeKind.Inserted => $"{{+{change.Text}+}}",
        _ => change.Text,
    }));
}
