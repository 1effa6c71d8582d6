using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using Search.Sqlite.Native;

namespace Search.Sqlite.Tests.Native;

/// <summary>What is handed to FTS5 arrives there as it was: tokens, their places, and the tokens that share one.</summary>
public sealed class TokenTransportTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public TokenTransportTests()
    {
        _connection.Open();
        Fts5Extensions.Register(_connection.Handle!.DangerousGetHandle());
        Execute("CREATE VIRTUAL TABLE words USING fts5 (title, body, content = '', tokenize = 'statement_tokens')");
        Execute("CREATE VIRTUAL TABLE places USING fts5vocab (words, instance)");
    }

    public void Dispose() => _connection.Dispose();

    [Fact]
    public void Replay_Document_KeepsTokensAndPlaces()
    {
        var stream = new ArrayBufferWriter<byte>();
        TokenTransport.Append(stream, (byte)'e', "nations"u8, colocated: false);
        TokenTransport.Append(stream, (byte)'s', "nation"u8, colocated: true);
        TokenTransport.AppendPair(stream, (byte)'v', "nations"u8, 0x1e, "NATIONS"u8);
        TokenTransport.Append(stream, (byte)'b', "東京"u8, colocated: false);
        Insert(1, stream.WrittenSpan.ToArray());

        Assert.Equal("b東京@1 enations@0 snation@0 vnations\u001eNATIONS@0", Places());
    }

    /// <summary>FTS5 cuts tokens off at 32,768 bytes; the length of one has fifteen bits.</summary>
    [Fact]
    public void Append_TokenLongerThanItsLengthCanSay_IsCutOff()
    {
        var stream = new ArrayBufferWriter<byte>();
        TokenTransport.Append(stream, (byte)'b', Encoding.UTF8.GetBytes(new string('x', 40_000)), colocated: false);
        TokenTransport.Append(stream, (byte)'b', "y"u8, colocated: false);
        Insert(1, stream.WrittenSpan.ToArray());

        Assert.EndsWith("by@1", Places(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"ba bb\"", "1")]
    [InlineData("\"bb ba\"", "")]
    [InlineData("\"ba\u001fbz bb\"", "1")]
    [InlineData("\"bz\u001fba bb\"", "1")]
    [InlineData("\"b\" *", "1")]
    [InlineData("\"ba b\" *", "1")]
    [InlineData("title : \"ba\"", "")]
    public void Replay_Phrase_CutsAtBlanksAndAlternatives(string expression, string expected)
    {
        var stream = new ArrayBufferWriter<byte>();
        TokenTransport.Append(stream, (byte)'b', "a"u8, colocated: false);
        TokenTransport.Append(stream, (byte)'b', "b"u8, colocated: false);
        Insert(1, stream.WrittenSpan.ToArray());

        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT group_concat(rowid, ' ') FROM words WHERE words MATCH $expression";
        command.Parameters.AddWithValue("$expression", expression);
        Assert.Equal(expected, command.ExecuteScalar() as string ?? string.Empty);
    }

    [Fact]
    public void Replay_StreamCutOff_IsRefused() => Assert.Throws<SqliteException>(() => Insert(1, [9, 0, (byte)'b']));

    private void Insert(long row, byte[] body)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "INSERT INTO words (rowid, title, body) VALUES ($row, x'', $body)";
        command.Parameters.AddWithValue("$row", row);
        command.Parameters.AddWithValue("$body", body);
        command.ExecuteNonQuery();
    }

    private string Places()
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT term, offset FROM places ORDER BY term";
        using var rows = command.ExecuteReader();
        var places = new List<string>();
        while (rows.Read())
        {
            places.Add($"{rows.GetString(0)}@{rows.GetInt64(1)}");
        }

        return string.Join(' ', places);
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
