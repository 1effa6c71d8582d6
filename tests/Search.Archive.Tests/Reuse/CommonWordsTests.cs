using Search.Archive.Matching;
using Search.Archive.Reuse;
using Search.Core.Analysis;

namespace Search.Archive.Tests.Reuse;

public sealed class CommonWordsTests
{
    [Fact]
    public void CountWith_GeneratedTexts_IsTheLongestCommonSubsequence()
    {
        var random = new Random(105);
        var numbers = new WordNumbers(new TextAnalyzer());
        for (var trial = 0; trial < 300; trial++)
        {
            var (one, other) = (Text(), Text());
            var common = new CommonWords(numbers.Read(string.Join(' ', one)), new MatchWork());

            Assert.Equal(Longest(one, other), common.CountWith(numbers.Read(string.Join(' ', other))));
        }

        string[] Text() => [.. Enumerable.Range(0, random.Next(1, 200)).Select(_ => $"w{random.Next(1 + random.Next(60))}")];
    }

    private static int Longest(string[] one, string[] other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var left = 1; left <= one.Length; left++)
        {
            for (var right = 1; right <= other.Length; right++)
            {
                table[left, right] = one[left - 1] == other[right - 1]
                    ? table[left - 1, right - 1] + 1
                    : Math.Max(table[left - 1, right], table[left, right - 1]);
            }
        }

        return table[one.Length, other.Length];
    }
}
