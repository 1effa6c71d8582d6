using System.Diagnostics;

namespace Search.Queries.Tests;

/// <summary>
/// The worst that 2,000 characters can be. The bound is far above what is needed (under 4 ms each, repair included) and far
/// below what a parser that backtracks would take.
/// </summary>
public sealed class ParsingTimeTests
{
    public static TheoryData<string> Pieces =>
    [
        "(", ")", "\"", "“", "-", "a(", "a“", "\"“", "«\"“", "foo:", "title:(", "a NEAR/5 ", "NEAR/99 a ", "word ", "a* ", "(a|", "NOT ",
        "country:Jxpan ", "\u0301", "e\u0301", "\"a\"~ ", "= ", "\\", "OR ", "date:2024.. ",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void TryParse_PieceRepeated_EndsSoon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, QueryLimits.MaxLength / piece.Length));
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var isRead = QueryParser.TryParse(text, out _, out var error);
            var elapsed = Stopwatch.GetElapsedTime(start);
            Assert.Equal(isRead, error is null);
            best = elapsed < best ? elapsed : best;
        }

        Assert.True(best < TimeSpan.FromMilliseconds(200), $"{best.TotalMilliseconds} ms");
    }
}
