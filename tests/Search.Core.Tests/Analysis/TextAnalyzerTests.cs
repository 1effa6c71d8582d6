using System.Text;
using Search.Core.Analysis;
using Search.Testing;

namespace Search.Core.Tests.Analysis;

public sealed class TextAnalyzerTests
{
    public static TheoryData<string, string, string, string> Cases => AnalysisCases.All();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Analyze_Case_GivesTokens(string text, string exact, string stems, string verbatim)
    {
        var tokens = new TextAnalyzer().Analyze(TextNormalizer.Normalize(text));

        Assert.Equal(exact, Join(Likeness.Exact));
        Assert.Equal(stems, Join(Likeness.Stemmed));
        Assert.Equal(verbatim, Join(Likeness.Verbatim));

        string Join(Likeness likeness) => string.Join(' ', tokens.Select(token => token.Forms[likeness]));
    }

    [Theory]
    [InlineData("The U.S. forces’moves", "The|U.S|forces|moves")]
    [InlineData(" “D.P.R.K.’s” 😀!", "D.P.R.K.’s|😀")]
    public void Analyze_Text_OffsetsPointToWords(string text, string words) =>
        Assert.Equal(words, string.Join('|', new TextAnalyzer().Analyze(text).Select(token => text.Substring(token.Start, token.Length))));

    /// <summary>Words of ASCII letters are cut without the automaton; the same text in other letters is cut by it.</summary>
    [Fact]
    public void Analyze_PlainLetters_AreCutAsOtherLettersAre()
    {
        var random = new Random(113);
        const string others = " \n\t,;!?()[]/-.:_&*#%1200\u0301\u00ad\u200d\u2060אあ東한é😀";
        for (var trial = 0; trial < 3_000; trial++)
        {
            var plain = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ =>
                random.Next(3) > 0 ? "abz"[random.Next(3)] : others[random.Next(others.Length)]));
            var accented = plain.Replace('a', 'à').Replace('b', 'ƀ').Replace('z', 'ž');

            Assert.Equal(Places(accented), Places(plain));
        }

        Assert.Equal(Places(new string('é', 600)), Places(new string('e', 600)));

        static string Places(string text) =>
            string.Join(' ', new TextAnalyzer().Analyze(text).Select(token => $"{token.Start}+{token.Length}"));
    }

    /// <summary>What <see cref="WordInitials"/> rests on.</summary>
    [Fact]
    public void FormsOf_WordThatBeginsWithALetterFromAToZ_AllBeginWithIt()
    {
        string[] rests =
        [
            "", "s", "ies", "ied", "sses", "ss", "eed", "ing", "ed", "y", "'s", "’", ".S.", ".s.a",
            ".b.c.", "SA", "é", "\u0307", "\u0301ing", "ational", "-un", "'hare", "\"ל", "東",
        ];
        for (var letter = 'A'; letter <= 'z'; letter++)
        {
            foreach (var rest in char.IsAsciiLetter(letter) ? rests : [])
            {
                var forms = TextAnalyzer.FormsOf(letter + rest);
                Assert.All(
                    Enum.GetValues<Likeness>(),
                    likeness => Assert.Equal(char.ToLowerInvariant(letter), char.ToLowerInvariant(forms[likeness][0])));
            }
        }
    }

    [Fact]
    public void Analyze_List_IsReplaced()
    {
        var tokens = new List<Token>();
        var analyzer = new TextAnalyzer();
        analyzer.Analyze("one two three", tokens);
        analyzer.Analyze("four", tokens);

        Assert.Equal("four", Assert.Single(tokens).Forms.Exact);
    }

    [Fact]
    public void Analyze_WordPastLimit_IsCut() =>
        Assert.Equal([255, 255, 90], new TextAnalyzer().Analyze(new string('a', 600)).Select(token => token.Length));

    [Fact]
    public void Analyze_SurrogatePairAtLimit_IsNotCut() =>
        Assert.Equal([254, 2], new TextAnalyzer().Analyze(new string('a', 254) + "𝒜").Select(token => token.Length));

    [Fact]
    public void Analyze_SameWordTwice_SameInstance()
    {
        var tokens = new TextAnalyzer().Analyze("Word by Word");

        Assert.Same(tokens[0].Forms, tokens[2].Forms);
    }

    [Fact]
    public void WordForms_EqualVerbatim_Equal()
    {
        var dotted = Assert.Single(new TextAnalyzer().Analyze("U.S.")).Forms;
        var plain = Assert.Single(new TextAnalyzer().Analyze("US")).Forms;

        Assert.Equal(dotted, plain);
        Assert.Equal(dotted.GetHashCode(), plain.GetHashCode());
        Assert.NotEqual(dotted, Assert.Single(new TextAnalyzer().Analyze("us")).Forms);
    }

    [Fact]
    public void WordForms_Utf8_EncodesEachLevel()
    {
        var forms = Assert.Single(new TextAnalyzer().Analyze("Élans")).Forms;

        Assert.Equal("Élans"u8, forms.VerbatimUtf8);
        Assert.Equal("elans"u8, forms.ExactUtf8);
        Assert.Equal("elan"u8, forms.StemUtf8);
        Assert.Equal(Encoding.UTF8.GetBytes("word"), Assert.Single(new TextAnalyzer().Analyze("word")).Forms.StemUtf8.ToArray());
    }

    [Fact]
    public void Analyze_MoreWordsThanCacheHolds_StaysRight()
    {
        var analyzer = new TextAnalyzer();
        var tokens = new List<Token>();
        foreach (var words in Enumerable.Range(0, 140_000).Select(number => $"W{number}").Chunk(10_000))
        {
            analyzer.Analyze(string.Join(' ', words), tokens);
            Assert.Equal(words, tokens.Select(token => token.Forms.Verbatim));
        }
    }
}
