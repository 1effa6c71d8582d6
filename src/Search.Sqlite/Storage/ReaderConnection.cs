using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Sqlite.Native;

namespace Search.Sqlite.Storage;

/// <summary>A connection that one search at a time uses, with what belongs to the thread that uses it.</summary>
internal sealed unsafe class ReaderConnection : IDisposable
{
    /// <summary>SQLite instructions between two looks at the clock: well under a millisecond.</summary>
    private const int InstructionsPerCheck = 2_000;

    [ThreadStatic]
    private static long t_deadline;

    [ThreadStatic]
    private static CancellationToken t_cancellationToken;

    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private SQLitePCL.sqlite3_stmt? _walk;

    public ReaderConnection(SqliteConnection connection, FileState fileState = default)
    {
        FileState = fileState;
        Connection = connection;
        Handle = connection.Handle!.DangerousGetHandle();
        Sqlite3.ProgressHandler(Handle, InstructionsPerCheck, &CheckDeadline, null);
    }

    public SqliteConnection Connection { get; }

    public nint Handle { get; }

    /// <summary>The state of the file when it was opened for reading only.</summary>
    public FileState FileState { get; }

    /// <summary>Its cache of word forms stays warm from search to search.</summary>
    public TextAnalyzer Analyzer { get; } = new();

    /// <summary>What is looked for in a row's positions and in names ends with the deadline, within a row too.</summary>
    public MatchWork Work { get; } = new(static () => IsOver);

    /// <summary>
    /// From now until <see cref="EndDeadline"/> everything this thread asks of SQLite is interrupted when the time is over.
    /// </summary>
    public static void StartDeadline(TimeSpan budget, CancellationToken cancellationToken)
    {
        t_deadline = Stopwatch.GetTimestamp() + (long)(budget.TotalSeconds * Stopwatch.Frequency);
        t_cancellationToken = cancellationToken;
    }

    public static void EndDeadline()
    {
        t_deadline = 0;
        t_cancellationToken = default;
    }

    public static bool IsOver =>
        (t_deadline != 0 && Stopwatch.GetTimestamp() > t_deadline) || t_cancellationToken.IsCancellationRequested;

    /// <summary>A prepared command of this connection, by its text; parameters are set by position of their first use.</summary>
    public SqliteCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
            command.CommandText = sql;
            _commands.Add(sql, command);
        }

        for (var index = 0; index < values.Length; index++)
        {
            if (command.Parameters.Count <= index)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"?{index + 1}" });
            }

            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        return command;
    }

    /// <summary>Shows the rows that an expression matches to a visitor; false when it was stopped before the last.</summary>
    /// <exception cref="SqliteException">The archive cannot be searched; the connection can be asked again.</exception>
    public bool Walk(string expression, RowVisitor visitor)
    {
        var walk = _walk ??= Prepare("SELECT 1 FROM statement_index WHERE statement_index MATCH ?1 AND page(statement_index)");
        try
        {
            Check(SQLitePCL.raw.sqlite3_bind_text(walk, 1, expression));
            var code = Fts5Extensions.Walk(walk.DangerousGetHandle(), visitor, out var isStopped);
            if (code == SQLitePCL.raw.SQLITE_DONE || isStopped || (code & 0xff) == SQLitePCL.raw.SQLITE_INTERRUPT)
            {
                return code == SQLitePCL.raw.SQLITE_DONE;
            }

            Check(code);
            return true;
        }
        finally
        {
            _ = SQLitePCL.raw.sqlite3_reset(walk);
        }
    }

    /// <summary>Shows every row to a reader, without making objects of what it holds.</summary>
    /// <exception cref="SqliteException">The archive cannot be read, or the time is over.</exception>
    public void Scan(string sql, Action<SQLitePCL.sqlite3_stmt> read)
    {
        using var scan = Prepare(sql);
        int code;
        while ((code = SQLitePCL.raw.sqlite3_step(scan)) == SQLitePCL.raw.SQLITE_ROW)
        {
            read(scan);
        }

        Check(code == SQLitePCL.raw.SQLITE_DONE ? SQLitePCL.raw.SQLITE_OK : code);
    }

    public void Dispose()
    {
        _walk?.Dispose();
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
    }

    /// <summary>Kept only when it succeeds: a deadline interrupts preparing too, and the connection serves the next search.</summary>
    private SQLitePCL.sqlite3_stmt Prepare(string sql)
    {
        Check(SQLitePCL.raw.sqlite3_prepare_v2(Connection.Handle, sql, out var statement));
        return statement;
    }

    private void Check(int code)
    {
        if (code != SQLitePCL.raw.SQLITE_OK)
        {
            throw new SqliteException(
                $"SQLite error {code}: {SQLitePCL.raw.sqlite3_errmsg(Connection.Handle).utf8_to_string()}", code & 0xff, code);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CheckDeadline(void* argument) => IsOver ? 1 : 0;
}
