using System.Buffers;
using Microsoft.Data.Sqlite;
using Search.Archive.Matching;
using Search.Sqlite.Native;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Tests.Storage;

/// <summary>A connection is as good after a search that failed as before it.</summary>
public sealed class ReaderConnectionTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");
    private readonly ReaderConnection _reader;

    public ReaderConnectionTests()
    {
        _connection.Open();
        Fts5Extensions.Register(_connection.Handle!.DangerousGetHandle());
        _reader = new ReaderConnection(_connection);
    }

    public void Dispose() => _reader.Dispose();

    [Fact]
    public void Walk_AfterItCouldNotBePrepared_IsPreparedAgain()
    {
        Assert.Throws<SqliteException>(() => _reader.Walk("\"ba\"", new Counting()));
        MakeIndex();

        Assert.True(_reader.Walk("\"ba\"", new Counting()));
    }

    [Fact]
    public void Walk_VisitorThrows_ThrowsTheSameAndGoesOn()
    {
        MakeIndex();

        var failing = new Counting { Failure = new QueryTooCostlyException("enough") };
        Assert.Throws<QueryTooCostlyException>(() => _reader.Walk("\"ba\"", failing));

        var counting = new Counting();
        Assert.True(_reader.Walk("\"ba\"", counting));
        Assert.Equal(2, counting.Rows);
    }

    [Fact]
    public void Walk_VisitorStops_SaysThatItWasStopped()
    {
        MakeIndex();

        Assert.False(_reader.Walk("\"ba\"", new Counting { Last = 1 }));
        Assert.True(_reader.Walk("\"ba\"", new Counting()));
    }

    [Fact]
    public void Walk_ExpressionThatIsNone_ThrowsAndGoesOn()
    {
        MakeIndex();

        Assert.Throws<SqliteException>(() => _reader.Walk("\"ba", new Counting()));
        Assert.True(_reader.Walk("\"ba\"", new Counting()));
    }

    [Fact]
    public void Command_AfterItCouldNotBePrepared_IsPreparedAgain()
    {
        Assert.Throws<SqliteException>(() => _reader.Command("SELECT doc FROM statement_words").ExecuteScalar());
        MakeIndex();

        Assert.Equal(2L, _reader.Command("SELECT doc FROM statement_words").ExecuteScalar());
    }

    private void MakeIndex()
    {
        using var command = _connection.CreateCommand();
        command.CommandText =
            """
            CREATE VIRTUAL TABLE statement_index USING fts5 (title, body, content = '', tokenize = 'statement_tokens');
            CREATE VIRTUAL TABLE statement_words USING fts5vocab (statement_index, row);
            INSERT INTO statement_index (rowid, title, body) VALUES (1, x'', $body), (2, x'', $body);
            """;
        var stream = new ArrayBufferWriter<byte>();
        TokenTransport.Append(stream, (byte)'b', "a"u8, colocated: false);
        command.Parameters.AddWithValue("$body", stream.WrittenSpan.ToArray());
        command.ExecuteNonQuery();
    }

    private sealed class Counting : RowVisitor
    {
        public Exception? Failure { get; init; }

        public int Last { get; init; } = int.MaxValue;

        public int Rows { get; private set; }

        public override bool Visit(Fts5Row row) => Failure is null ? ++Rows < Last : throw Failure;
    }
}
