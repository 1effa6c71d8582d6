using Search.Core.Statements;

namespace Search.Reading.Files;

/// <summary>What became of one record of a file: a statement, or the reason why there is none.</summary>
/// <param name="Location">The file, and the line or entry in it where it has several: <c>a.jsonl:12</c>.</param>
/// <param name="Position">Bytes of the file read so far, for progress (of the compressed file where it is compressed).</param>
public sealed record ReadResult(string Location, long Position, Statement? Statement, ReadFault? Fault)
{
    /// <summary>What was cut or could not be decided, in words; empty unless asked for.</summary>
    public IReadOnlyList<string> Explanation { get; init; } = [];
}

/// <summary>Why a record is not a statement.</summary>
public sealed record ReadFault(ReadFaultKind Kind, string Reason);

public enum ReadFaultKind
{
    /// <summary>A page of links to statements.</summary>
    List,

    /// <summary>A page whose statement is in a linked file.</summary>
    Attachment,

    /// <summary>Pictures of text.</summary>
    Scan,

    /// <summary>A page without content of its own.</summary>
    Shell,

    /// <summary>Broken beyond reading: what and where stands in the reason.</summary>
    Malformed,

    /// <summary>Over a limit: which one stands in the reason.</summary>
    TooLarge,

    /// <summary>A kind of file that is not read.</summary>
    Unsupported,
}
