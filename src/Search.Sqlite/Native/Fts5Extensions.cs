using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Search.Sqlite.Native;

/// <summary>
/// Gives a connection its tokenizer and its function <c>page</c>. Both are static functions that SQLite calls directly, so
/// nothing has to be kept alive; no exception may leave them, as it would end the process.
/// </summary>
internal static unsafe class Fts5Extensions
{
    /// <summary>The tokenizer's name in the table's declaration; a change of what it emits wants a new name.</summary>
    public const string TokenizerName = "statement_tokens";

    [ThreadStatic]
    private static RowVisitor? t_visitor;

    [ThreadStatic]
    private static ExceptionDispatchInfo? t_failure;

    [ThreadStatic]
    private static bool t_stopped;

    public static void Register(nint database)
    {
        var api = GetApi(database);
        Fts5Tokenizer tokenizer;
        tokenizer.Create = &CreateTokenizer;
        tokenizer.Delete = &DeleteTokenizer;
        tokenizer.Tokenize = &TokenTransport.Replay;
        fixed (byte* tokenizerName = "statement_tokens\0"u8)
        fixed (byte* functionName = "page\0"u8)
        {
            Check(api->CreateTokenizer(api, tokenizerName, null, &tokenizer, 0));
            Check(api->CreateFunction(api, functionName, null, &Page, 0));
        }
    }

    /// <summary>
    /// Steps a statement that calls <c>page</c> for each match, showing the matches to <paramref name="visitor"/>.
    /// </summary>
    /// <returns>SQLite's code of the step: <see cref="Sqlite3.Done"/> when all matches were seen.</returns>
    /// <param name="statement">The statement.</param>
    /// <param name="visitor">What it throws is thrown here.</param>
    /// <param name="isStopped">Whether the visitor ended the walk.</param>
    public static int Walk(nint statement, RowVisitor visitor, out bool isStopped)
    {
        t_visitor = visitor;
        t_failure = null;
        t_stopped = false;
        try
        {
            var code = Sqlite3.Step(statement);
            t_failure?.Throw();
            isStopped = t_stopped;
            return code;
        }
        finally
        {
            t_visitor = null;
            t_failure = null;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    [SuppressMessage("Design", "CA1031", Justification = "An exception that leaves this function ends the process; it is handed over.")]
    private static void Page(Fts5Extension* extension, void* context, void* result, int count, void** values)
    {
        try
        {
            if (!t_visitor!.Visit(new Fts5Row(extension, context)))
            {
                t_stopped = true;
                Fail(result);
            }
        }
        catch (Exception exception)
        {
            t_failure = ExceptionDispatchInfo.Capture(exception);
            Fail(result);
        }
    }

    private static void Fail(void* result)
    {
        fixed (byte* message = "stopped\0"u8)
        {
            Sqlite3.ResultError(result, message, -1);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CreateTokenizer(void* user, byte** arguments, int count, void** tokenizer)
    {
        // The tokenizer has no state; FTS5 only wants something that is not null.
        *tokenizer = (void*)1;
        return Sqlite3.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void DeleteTokenizer(void* tokenizer)
    {
    }

    private static Fts5Api* GetApi(nint database)
    {
        Fts5Api* api = null;
        nint statement;
        fixed (byte* sql = "SELECT fts5(?1)\0"u8)
        fixed (byte* type = "fts5_api_ptr\0"u8)
        {
            Check(Sqlite3.Prepare(database, sql, -1, &statement, null));
            Check(Sqlite3.BindPointer(statement, 1, &api, type, 0));
            _ = Sqlite3.Step(statement);
            Check(Sqlite3.Finish(statement));
        }

        return api is not null ? api : throw new NotSupportedException("This SQLite was built without FTS5.");
    }

    private static void Check(int code)
    {
        if (code != Sqlite3.Ok)
        {
            throw new InvalidOperationException($"SQLite refused to register the search functions (error {code}).");
        }
    }
}
