using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Search.Sqlite.Native;

/// <summary>The few SQLite functions that the managed library does not expose.</summary>
internal static unsafe partial class Sqlite3
{
    public const int Ok = 0;
    public const int Error = 1;
    public const int NoMemory = 7;
    public const int Interrupt = 9;
    public const int Row = 100;
    public const int Done = 101;

    private const string Library = "e_sqlite3";

    [LibraryImport(Library, EntryPoint = "sqlite3_bind_pointer")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int BindPointer(nint statement, int index, void* pointer, byte* type, nint destructor);

    [LibraryImport(Library, EntryPoint = "sqlite3_prepare_v2")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Prepare(nint database, byte* sql, int length, nint* statement, byte** tail);

    [LibraryImport(Library, EntryPoint = "sqlite3_step")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Step(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_finalize")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int Finish(nint statement);

    [LibraryImport(Library, EntryPoint = "sqlite3_result_error")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void ResultError(void* context, byte* message, int length);

    [LibraryImport(Library, EntryPoint = "sqlite3_progress_handler")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial void ProgressHandler(
        nint database, int instructions, delegate* unmanaged[Cdecl]<void*, int> handler, void* argument);
}
