using Search.Archive.Fingerprints;
using Search.Core.Analysis;
using Search.Testing;

namespace Search.Archive.Tests.Fingerprints;

public sealed class StatementPrintsTests
{
    private readonly Random _random = new(104);

    /// <summary>The promise on which everything rests, wherever in two otherwise different texts the run stands.</summary>
    [Theory]
    [InlineData(StatementPrints.RunLength)]
    [InlineData(StatementPrints.RunLength + 1)]
    [InlineData(40)]
    public void Of_TextsWithARunInCommon_HaveAFingerprintInCommon(int length)
    {
        for (var trial = 0; trial < 300; trial++)
        {
            var run = Words(length, "r");
            var one = $"{Words(_random.Next(12), "a")} {run} {Words(_random.Next(12), "a")}";
            var other = $"{Words(_random.Next(12), "b")} {run.ToUpperInvariant()}; {Words(_random.Next(12), "b")}";

            Assert.NotEmpty(Prints(one).Intersect(Prints(other)));
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public void Of_TextsWithAWholeSentenceInCommon_HaveAFingerprintInCommon(int length)
    {
        for (var trial = 0; trial < 300; trial++)
        {
            var sentence = Words(length, "s");
            var one = $"{Words(_random.Next(1, 12), "a")}. {sentence}. {Words(_random.Next(1, 12), "a")}.";
            var other = $"{Words(_random.Next(1, 12), "b")}?\n\n{sentence}\n\n{Words(_random.Next(1, 12), "b")}.";

            Assert.NotEmpty(Prints(one).Intersect(Prints(other)));
        }
    }

    [Fact]
    public void Of_ALongText_KeepsFiveOfNineRuns()
    {
        var prints = Prints(Words(6_000, "w"));

        Assert.InRange(prints.Length, 3_200, 3_470);
    }

    [Fact]
    public void Of_WordsWithoutAnythingInCommon_HaveNone() =>
        Assert.Empty(Prints(Words(4_000, "a")).Intersect(Prints(Words(4_000, "b"))));

    /// <summary>Archives keep them: another value would find nothing there.</summary>
    [Fact]
    public void Of_AText_IsWhatItWasBefore() =>
        Assert.Equal([2_421_805_236U], Prints("The harbour is closed until the storm has passed."));

    private string Words(int count, string kind) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => $"{kind}{_random.Next(1_000_000)}"));

    private static uint[] Prints(string text) =>
        StatementPrints.Of(new StatementBuilder("s") { Title = string.Empty, Body = text }.Build(), new TextAnalyzer());
}
