using Microsoft.Data.Sqlite;
using Search.Core.Countries;
using Search.Sqlite.Matching;
using Search.Sqlite.Planning;
using Search.Sqlite.Storage;
using Search.Testing;

namespace Search.Sqlite.Tests.Matching;

public sealed class ColumnsMatcherTests : IDisposable
{
    private readonly ReaderConnection _reader;

    public ColumnsMatcherTests()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "CREATE TABLE statement (row INTEGER PRIMARY KEY, id TEXT, source_id TEXT); INSERT INTO statement VALUES (2, 'x', 'y')";
        command.ExecuteNonQuery();
        _reader = new ReaderConnection(connection);
    }

    public void Dispose() => _reader.Dispose();

    [Theory]
    [InlineData("everything", "0 1 2")]
    [InlineData("nothing", "")]
    [InlineData("country:JP", "0")]
    [InlineData("country:none", "1 2")]
    [InlineData("source:North", "")]
    [InlineData("source:radio", "1")]
    [InlineData("language:es", "1")]
    [InlineData("kind:none", "")]
    [InlineData("issuer:none", "2")]
    [InlineData("issuer:\"tide ministry\"", "0")]
    [InlineData("issuer:near3(ministry tides)", "0")]
    [InlineData("issuer:onear3(tides ministry)", "")]
    [InlineData("date:none", "2")]
    [InlineData("date:0001-01-02..", "1")]
    [InlineData("date:..0001-01-02", "0 1")]
    [InlineData("id:y", "1")]
    [InlineData("id:z", "")]
    [InlineData("not(country:JP)", "1 2")]
    [InlineData("and(date:..9999-12-31 not(id:x))", "0")]
    [InlineData("or(id:x date:none)", "1 2")]
    public void Accept_Test_DecidesSlots(string test, string expected)
    {
        var columns = new TestColumns();
        columns.Add(day: 1, issuer: 1, source: 1, countries: [TestColumns.Country("JP")]);
        columns.Add(day: 2, issuer: 2, source: 2, language: 2, countries: [TestColumns.Country("US", (int)MentionKinds.Capital)]);
        columns.Add(day: 0, issuer: 0, source: 1);
        var plan = Assert.IsType<ColumnsPlan>(MatchPlanner.Plan(MatchReader.Read(test), hasUnstemmed: true));

        var passes = plan.Test.Accept(new ColumnsMatcher(_reader, columns.Build(), MentionKinds.Default));

        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, 3).Where(slot => passes(slot))));
    }
}
