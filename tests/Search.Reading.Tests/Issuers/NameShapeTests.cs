using Search.Reading.Issuers;

namespace Search.Reading.Tests.Issuers;

public class NameShapeTests
{
    [Theory]
    [InlineData("Ministry of Harbours and Lights")]
    [InlineData("U.S. Department of Lights")]
    [InlineData("Dr. Anna Lund, chairwoman of the board of pilots")]
    [InlineData("The Head of the External Office of the Ministry of Harbours of Iceland")]
    [InlineData("a spokesman for the Ministry of Harbours")]
    [InlineData("Ministère de l'Europe et des affaires étrangères")]
    [InlineData("外交部发言人")]
    public void IsName_Name_IsOne(string text) => Assert.True(NameShape.IsName(text));

    [Theory]
    [InlineData("A delegation of the Harbour Union left here on Saturday to attend the congress")]
    [InlineData("The bells were rung in the harbour. , The head of the board")]
    [InlineData("To ring the bells is the wish of all, the head of the Ministry")]
    [InlineData("Upon receiving the letter, the chairman of the board")]
    [InlineData("Ministry of Harbours condemns attack on lighthouse")]
    [InlineData("Home > News > Harbour Parliament")]
    [InlineData("News | Harbour Parliament")]
    [InlineData("The Ministry of Harbours, the board and the")]
    [InlineData("")]
    public void IsName_SentenceHeadlineOrTrail_IsNone(string text) => Assert.False(NameShape.IsName(text));
}
