using Search.Archive.Highlighting;
using Search.Web.Pages.Texts;
using Search.Web.Tests.Citing;

namespace Search.Web.Tests.Pages;

/// <summary>The mark stands between asterisks.</summary>
public sealed class QuotationTests
{
    [Theory]
    [InlineData("We met. We *condemn* the act. We left.", "We condemn the act.")]
    [InlineData("First one.\n\nThe *harbour* is open.\n\nLast.", "The harbour is open.")]
    [InlineData("The *harbour* is open", "The harbour is open")]
    [InlineData("He said so. “We *regret* it,” she said.", "“We regret it,” she said.")]
    [InlineData("So spoke Mr. A. Reef of the *harbour* office. Then he left.", "So spoke Mr. A. Reef of the harbour office.")]
    [InlineData("One line\nand *another* of it. End.", "One line and another of it.")]
    [InlineData("It ends *here. And* begins. More.", "It ends here. And begins.")]
    [InlineData("لقد قلنا ذلك. نحن *ندين* الحادث. انتهى.", "نحن ندين الحادث.")]
    public void Text_IsTheWholeSentenceOfTheMark(string body, string expected) => Assert.Equal(expected, Quote(body).Text);

    [Fact]
    public void Text_OfALongSentence_SaysWhereItIsCut()
    {
        var words = string.Join(' ', Enumerable.Range(1, 100).Select(number => $"word{number}"));

        var text = Quote($"Before. {words} *harbour* {words}. After.").Text;

        Assert.StartsWith("… word", text, StringComparison.Ordinal);
        Assert.EndsWith(" …", text, StringComparison.Ordinal);
        Assert.Contains(" harbour ", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 400, 520);
    }

    [Fact]
    public void Text_WithoutMarks_IsTheFirstSentence() =>
        Assert.Equal("It begins.", Quotation.Of(StatementResponses.Of("***\n\nIt begins. It ends.", []))!.Text);

    [Fact]
    public void Body_WithoutWords_HasNoQuotation() => Assert.Null(Quotation.Of(StatementResponses.Of("… !", [])));

    [Theory]
    [InlineData("A *well-known*, open & free harbour.", "#:~:text=A%20well%2Dknown%2C%20open%20%26%20free%20harbour.")]
    [InlineData(
        "One *two* three four five six seven eight nine ten eleven.",
        "#:~:text=One%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven.")]
    public void Fragment_FindsThePassage(string body, string expected) => Assert.Equal(expected, Quote(body).Fragment);

    private static Quotation Quote(string marked)
    {
        var start = marked.IndexOf('*', StringComparison.Ordinal);
        var body = marked.Replace("*", string.Empty, StringComparison.Ordinal);
        return Quotation.Of(StatementResponses.Of(body, [new Mark(start, marked.LastIndexOf('*') - 1 - start)]))!;
    }
}
