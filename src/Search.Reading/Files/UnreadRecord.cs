using Search.Core.Statements;

namespace Search.Reading.Files;

/// <summary>
/// One record of a file, cut out but not yet understood. Cutting is sequential and cheap; <see cref="Read"/> is the work, touches
/// nothing shared, and may run on any thread: a pipeline that wants several at once reads several at once.
/// </summary>
public sealed class UnreadRecord
{
    private readonly Func<CancellationToken, ReadResult> _read;

    internal UnreadRecord(string location, long position, Func<CancellationToken, ReadResult> read) =>
        (Location, Position, _read) = (location, position, read);

    /// <inheritdoc cref="ReadResult(string, long, Statement?, ReadFault?)"/>
    public string Location { get; }

    /// <inheritdoc cref="ReadResult(string, long, Statement?, ReadFault?)"/>
    public long Position { get; }

    /// <summary>Bytes that it holds in memory until it is understood, unpacked; 0 where nobody counted them.</summary>
    public long Size { get; init; }

    /// <summary>What the file is in which it stands.</summary>
    public FileKind Kind { get; internal set; }

    /// <param name="cancellationToken">Looked at while the record is taken apart: a page may take seconds.</param>
    public ReadResult Read(CancellationToken cancellationToken)
    {
        try
        {
            return _read(cancellationToken);
        }
        catch (RecordTooCostlyException exception)
        {
            return new ReadResult(Location, Position, null, new ReadFault(ReadFaultKind.TooLarge, exception.Message));
        }
    }
}
