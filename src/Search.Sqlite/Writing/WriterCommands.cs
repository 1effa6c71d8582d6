using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Search.Sqlite.Writing;

/// <summary>A text that is already encoded.</summary>
internal readonly record struct Utf8Text(ReadOnlyMemory<byte> Bytes);

/// <summary>
/// The writer's prepared statements, by their text. They go to SQLite directly: a batch runs thousands of them, and a
/// command with its parameters costs as much again as what it does.
/// </summary>
internal sealed class WriterCommands(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, sqlite3_stmt> _statements = [];

    public void Execute(string sql, params ReadOnlySpan<object?> values)
    {
        var statement = Bind(sql, values);
        try
        {
            int code;
            do
            {
                code = raw.sqlite3_step(statement);
            }
            while (code == raw.SQLITE_ROW);

            Check(code);
        }
        finally
        {
            _ = raw.sqlite3_reset(statement);
        }
    }

    /// <summary>The first column of the first row; null when there is none.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => First(sql, static row => Value(row, 0), values);

    /// <summary>What is made of the first row; default when there is none.</summary>
    public T? First<T>(string sql, Func<sqlite3_stmt, T> read, params ReadOnlySpan<object?> values)
    {
        var statement = Bind(sql, values);
        try
        {
            var code = raw.sqlite3_step(statement);
            if (code == raw.SQLITE_ROW)
            {
                return read(statement);
            }

            Check(code);
            return default;
        }
        finally
        {
            _ = raw.sqlite3_reset(statement);
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }
    }

    private static object? Value(sqlite3_stmt row, int column) => raw.sqlite3_column_type(row, column) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(row, column),
        raw.SQLITE_TEXT => raw.sqlite3_column_text(row, column).utf8_to_string(),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(row, column).ToArray(),
        _ => null,
    };

    private sqlite3_stmt Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out statement));
            _statements.Add(sql, statement);
        }

        for (var index = 0; index < values.Length; index++)
        {
            Check(Bind(statement, index + 1, values[index]));
        }

        return statement;
    }

    private static int Bind(sqlite3_stmt statement, int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, index),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        int number => raw.sqlite3_bind_int64(statement, index, number),
        string text => raw.sqlite3_bind_text(statement, index, text),
        Utf8Text text => raw.sqlite3_bind_text(statement, index, text.Bytes.Span),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        ReadOnlyMemory<byte> bytes => raw.sqlite3_bind_blob(statement, index, bytes.Span),
        _ => throw new ArgumentException($"SQLite is not given a {value.GetType().Name}.", nameof(value)),
    };

    private void Check(int code)
    {
        if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            throw new SqliteException(
                $"SQLite error {code}: {raw.sqlite3_errmsg(connection.Handle).utf8_to_string()}", code & 0xff, code);
        }
    }
}
