using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
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
    private readonly Dictionary<string, SQLitePCL.sqlite3_stmt> _walks = [];

    public ReaderConnection(SqliteConnection connection)
    {
        Connection = connection;
        Handle = connection.Handle!.DangerousGetHandle();
        Sqlite3.ProgressHandler(Handle, InstructionsPerCheck, &CheckDeadline, null);
    }

    public SqliteConnection Connection { get; }

    public nint Handle { get; }

    /// <summary>Its cache of word forms stays warm from search to search.</summary>
    public TextAnalyzer Analyzer { get; } = new();

    /// <summary>From now until <see cref="EndDeadline"/> everything this thread asks of SQLite is interrupted when the time is over.</summary>
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
    /// <param name="sql">A statement that calls <c>page</c> for each match of its parameter 1.</param>
    public bool Walk(string sql, string expression, RowVisitor visitor)
    {
        if (!_walks.TryGetValue(sql, out var walk))
        {
            SQLitePCL.raw.sqlite3_prepare_v2(Connection.Handle, sql, out walk);
            _walks.Add(sql, walk);
        }

        try
        {
            _ = SQLitePCL.raw.sqlite3_bind_text(walk, 1, expression);
            return Fts5Extensions.Walk(walk.DangerousGetHandle(), visitor);
        }
        finally
        {
            _ = SQLitePCL.raw.sqlite3_reset(walk);
        }
    }

    public void Dispose()
    {
        foreach (var walk in _walks.Values)
        {
            walk.Dispose();
        }

        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CheckDeadline(void* argument) => IsOver ? 1 : 0;
}
