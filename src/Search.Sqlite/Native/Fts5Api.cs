using System.Runtime.InteropServices;

namespace Search.Sqlite.Native;

/// <summary><c>fts5_api</c> of sqlite3.h, version 2 and later: what FTS5 offers to extensions of a connection.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Fts5Api
{
    public int Version;
    public delegate* unmanaged[Cdecl]<Fts5Api*, byte*, void*, Fts5Tokenizer*, nint, int> CreateTokenizer;
    public nint FindTokenizer;
    public delegate* unmanaged[Cdecl]<Fts5Api*, byte*, void*,
        delegate* unmanaged[Cdecl]<Fts5Extension*, void*, void*, int, void**, void>, nint, int> CreateFunction;
}

/// <summary><c>fts5_tokenizer</c> of sqlite3.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Fts5Tokenizer
{
    public delegate* unmanaged[Cdecl]<void*, byte**, int, void**, int> Create;
    public delegate* unmanaged[Cdecl]<void*, void> Delete;
    public delegate* unmanaged[Cdecl]<void*, void*, int, byte*, int,
        delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, int, byte*, int, int, int, int>, int> Tokenize;
}

/// <summary>
/// <c>Fts5ExtensionApi</c> of sqlite3.h, version 1 and later: what an auxiliary function may ask of the current row. The
/// calls used per row are leaf calls of well under a microsecond, hence without a transition of the garbage collector.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Fts5Extension
{
    public int Version;
    private readonly nint _userData;
    private readonly nint _columnCount;
    private readonly nint _rowCount;
    private readonly nint _columnTotalSize;
    private readonly nint _tokenize;
    private readonly nint _phraseCount;
    private readonly nint _phraseSize;
    private readonly nint _instanceCount;
    private readonly nint _instance;
    public delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, long> RowId;
    private readonly nint _columnText;
    private readonly nint _columnSize;
    private readonly nint _queryPhrase;
    private readonly nint _setAuxiliaryData;
    private readonly nint _getAuxiliaryData;
    public delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, int, Fts5PhraseIterator*, int*, int*, int> PhraseFirst;
    public delegate* unmanaged[Cdecl, SuppressGCTransition]<void*, Fts5PhraseIterator*, int*, int*, void> PhraseNext;
}

/// <summary><c>Fts5PhraseIter</c> of sqlite3.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct Fts5PhraseIterator
{
    private readonly byte* _a;
    private readonly byte* _b;
}
