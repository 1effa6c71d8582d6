namespace Search.Reading.Files;

/// <summary>Where a record stands, and how it is to be read.</summary>
/// <param name="Location">The file, and the line or entry in it where it has several.</param>
/// <param name="Position">Bytes of the file read so far.</param>
internal sealed record RecordOrigin(SourceFile File, string Location, long Position, ReadOptions Options)
{
    public static RecordOrigin Of(SourceFile file, string location, ReadOptions options) => new(file, location, file.Position, options);

    public ReadResult Fault(ReadFaultKind kind, string reason) => Fault(new ReadFault(kind, reason));

    public ReadResult Fault(ReadFault fault) => new(Location, Position, null, fault);

    /// <summary>The record, to be understood later and anywhere.</summary>
    /// <param name="read">Understands it.</param>
    /// <param name="size">Bytes that it holds in memory until then; 0 where nobody counted them.</param>
    public UnreadRecord Unread(Func<CancellationToken, ReadResult> read, long size = 0) => new(Location, Position, read) { Size = size };
}
