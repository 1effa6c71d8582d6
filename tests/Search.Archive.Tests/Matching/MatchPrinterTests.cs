using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Testing;

namespace Search.Archive.Tests.Matching;

public sealed class MatchPrinterTests
{
    public static TheoryData<MatchNode, string> Rows { get; } = new()
    {
        { Match.Everything, "everything" },
        { Match.Nothing, "nothing" },
        { Match.Word("condemning"), "~condemn/condemning" },
        { Match.Word("tide"), "~tide" },
        { Match.Word("Tide", Likeness.Exact), "tide" },
        { Match.Word("Tide", Likeness.Verbatim), "=Tide" },
        { Match.Phrase("strongly * the har*"), "\"strongly * the har*\"" },
        { Match.Phrase(Match.AnyOf(Likeness.Exact, "salt", "sand"), Match.AnyWord, Match.Prefix("she")), "\"(salt|sand) * she*\"" },
        { Match.Near(5, "salt", "fine sand"), "near5(salt \"fine sand\")" },
        { Match.NearInOrder(0, "salt", "sand"), "onear0(salt sand)" },
        { Match.Word("tide", Likeness.Exact, TextScope.Title), "title:tide" },
        {
            Match.And(Match.Phrase("a b"), Match.Not(Match.Or(Match.Everything, Match.Nothing))),
            "and(\"a b\" not(or(everything nothing)))"
        },
        { Match.Facet(FacetName.Country, "JP"), "country:JP" },
        { Match.Facet(FacetName.Issuer, null), "issuer:none" },
        { Match.Id("n-7"), "id:n-7" },
        { Match.Issued(new DateOnly(2030, 1, 2), null), "date:2030-01-02.." },
        { Match.Undated, "date:none" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Print_Node_IsCompactText(MatchNode node, string expected) => Assert.Equal(expected, MatchPrinter.Print(node));
}
