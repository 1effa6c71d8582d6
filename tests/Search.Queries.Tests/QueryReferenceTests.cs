using Search.Core.Statements;
using Search.Testing;

namespace Search.Queries.Tests;

public sealed class QueryReferenceTests
{
    public static TheoryData<string> Examples => [.. QueryReference.Rows.Select(row => row.Example)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Rows_Example_Parses(string example) =>
        Assert.True(QueryParser.TryParse(example, out _, out var error), error?.ToString());

    /// <summary>Every engine runs these blocks: see <see cref="Search.Testing.Contract.QueryContract"/>.</summary>
    [Fact]
    public void Rows_Each_HasABlockOfCasesThatTriesItsExample() => Assert.All(
        QueryReference.Rows,
        row => Assert.Contains(
            QueryCases.Reference.Single(block => block.Name == row.Syntax) is var block ? block.Rows : [],
            tried => tried.Query == row.Example
                && tried.Expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length is > 0 and var found
                && found < block.Statements.Count));

    [Fact]
    public void Rows_Fields_AreAllTaught() =>
        Assert.All(QueryFields.Names, name => Assert.Contains(QueryReference.Rows, row => row.Syntax == $"{name}:"));

    [Fact]
    public void Rows_Kinds_AreAllNamed() =>
        Assert.Contains($": {string.Join(", ", StatementKinds.Values)}.", QueryReference.Rows.Single(row => row.Syntax == "kind:").Meaning);
}
