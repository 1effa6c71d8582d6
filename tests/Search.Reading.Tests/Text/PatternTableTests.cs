using Search.Reading.Files;
using Search.Reading.Text;

namespace Search.Reading.Tests.Text;

public class PatternTableTests
{
    [Theory]
    [InlineData("Issuers.grammar.txt", "phrase-is-thing", "a MEMORANDUM", true)]
    [InlineData("Issuers.grammar.txt", "phrase-is-thing", "a lamp", false)]
    [InlineData("Issuers.grammar.txt", "name-office-alone", "Deputy Minister", true)]
    [InlineData("Issuers.grammar.txt", "issuer-country-tail", "Minister of oil of Iceland", true)]
    [InlineData("Html.site.txt", "government", "Government of Iceland", true)]
    public void Item_RowOfATable_IsItsExpressionWithThoseItNames(string table, string name, string text, bool expected)
    {
        var pattern = new PatternTable(table)[name];

        Assert.Equal(expected, pattern.IsMatch(text));
    }

    /// <summary>
    /// Texts that leave much open to try, each as long as is looked at. A row that could be tried in ever more ways would not end.
    /// </summary>
    public static TheoryData<string> OpenTexts =>
        [
            "A.", "A. ", "a ", "A a, ", "the ", "of the ", "vice ", "Minister ", "(", "( ", "\"", "statement (", "a's ", "In , the ",
            "head of ", ": ", "at a meeting ", "A ", "a, ", "A's ", "Minister of ", "in a statement ", ", said a spokesman for ",
            "Chairman, ", "Lamp-Oil ", "the Committee of the ", "on Monday ",
        ];

    [Theory]
    [MemberData(nameof(OpenTexts))]
    public void Match_TextThatLeavesMuchOpen_EndsInBoundedTime(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, BoundedPattern.MostCharacters / part.Length));
        var before = ThreadClock.Now;
        foreach (var table in (string[])["Issuers.grammar.txt", "Html.site.txt"])
        {
            var patterns = new PatternTable(table);
            foreach (var name in patterns.Names)
            {
                _ = patterns[name].Match(text);
                _ = patterns[name].Match("A spokesman for " + text[16..]);
            }
        }

        Assert.InRange((ThreadClock.Now - before).TotalSeconds, 0, 10);
    }

    [Fact]
    public void Match_LongerThanAnyName_IsNotLookedAt()
    {
        var pattern = new PatternTable("Issuers.grammar.txt")["name-article"];

        Assert.True(pattern.IsMatch("the " + new string('x', BoundedPattern.MostCharacters - 4)));
        Assert.False(pattern.IsMatch("the " + new string('x', BoundedPattern.MostCharacters)));
    }
}
