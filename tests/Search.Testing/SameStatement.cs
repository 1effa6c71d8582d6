using Search.Core.Statements;

namespace Search.Testing;

/// <summary>Compares statements field by field: a record with a list is not equal to its copy, and an archive adds its own notes.</summary>
public static class SameStatement
{
    public static void Assert(Statement expected, Statement actual)
    {
        Xunit.Assert.Equal(expected.Countries, actual.Countries);
        Xunit.Assert.Equal(expected with { Countries = [], Trace = null }, actual with { Countries = [], Trace = null });
    }
}
