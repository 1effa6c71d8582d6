using Search.Core.Queries;
using Search.Core.Statements;

namespace Search.Core.Tests.Queries;

public sealed class QueryReferenceTests
{
    public static TheoryData<string> Examples => [.. QueryReference.Rows.Select(row => row.Example)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Rows_Example_Parses(string example) =>
        Assert.True(QueryParser.TryParse(example, out _, out var error), error?.ToString());

    [Fact]
    public void Rows_Fields_AreAllTaught() =>
        Assert.All(QueryFields.Names, name => Assert.Contains(QueryReference.Rows, row => row.Syntax == $"{name}:"));

    [Fact]
    public void Rows_Kinds_AreAllNamed() =>
        Assert.Contains($": {string.Join(", ", StatementKinds.Values)}.", QueryReference.Rows.Single(row => row.Syntax == "kind:").Meaning);
}
