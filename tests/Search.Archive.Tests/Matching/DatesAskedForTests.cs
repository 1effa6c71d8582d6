using Search.Archive.Matching;
using Search.Core.Statements;
using Search.Testing;

namespace Search.Archive.Tests.Matching;

public sealed class DatesAskedForTests
{
    private static readonly DateOnly s_first = new(2030, 3, 1);
    private static readonly DateOnly s_last = new(2030, 3, 31);

    public static TheoryData<MatchNode, bool> Queries => new()
    {
        { Match.Issued(s_first, s_last), true },
        { Match.Issued(new DateOnly(2030, 1, 1), null), false },
        { Match.Issued(new DateOnly(2031, 1, 1), null), false },
        { Match.Not(Match.Issued(s_first, s_last)), false },
        { Match.Undated, false },
        { Match.Word("tide"), false },
        { new ConjunctionMatch([Match.Word("tide"), Match.Issued(s_first, null)]), true },
        { new DisjunctionMatch([Match.Word("tide"), Match.Issued(s_first, null)]), true },
    };

    [Theory]
    [MemberData(nameof(Queries))]
    public void AreCutBy_AYear_AsksWhatTheQueryAsksFor(MatchNode query, bool expected)
    {
        Assert.Equal(expected, DatesAskedFor.AreCutBy(IssueDate.Around(s_first, DatePrecision.Year), query));
        Assert.False(DatesAskedFor.AreCutBy(s_first, query));
    }
}
