using System.Diagnostics.CodeAnalysis;
using Search.Importing.Files;
using Search.Reading.Files;

namespace Search.Importing;

/// <summary>
/// Records that are being understood, in their order. As many threads work on them as there are cores: where understanding is
/// the slower half of an import the writer needs less than a core, and where writing is, what is read ahead stops at its limit and
/// leaves the core to the writer.
/// </summary>
internal sealed class ReadAhead
{
    /// <summary>Records in a chunk: enough that handing them over costs nothing beside understanding them.</summary>
    public const int ChunkCount = 32;

    /// <summary>Bytes of a chunk at which it is handed over with fewer records; one record alone may have more.</summary>
    public const int ChunkBytes = 1 << 20;

    private static readonly int s_workers = Environment.ProcessorCount;

    /// <summary>Twice what is worked on: a slow page holds up its successors' results but not the work on them.</summary>
    private static readonly int s_mostRecords = 2 * s_workers * ChunkCount;

    private static readonly long s_mostBytes = 2L * s_workers * ChunkBytes;

    private readonly TaskFactory _workers =
        new(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, s_workers, maxItemsPerTask: 1).ConcurrentScheduler);

    private readonly Queue<ReadAheadChunk> _chunks = new();
    private int _records;
    private long _bytes;

    /// <summary>Whether the first chunk must be taken before another is added: it keeps memory level whatever files hold.</summary>
    public bool IsFull => _records >= s_mostRecords || _bytes >= s_mostBytes || _chunks.Count >= s_mostRecords;

    /// <param name="records">In their order, after all that were added before.</param>
    /// <param name="bytes">What they hold in memory.</param>
    /// <param name="end">Set when they are the last ones of a file.</param>
    /// <param name="cancellationToken">Ends the work between two records.</param>
    public void Add(IReadOnlyList<UnreadRecord> records, long bytes, FileEnd? end, CancellationToken cancellationToken)
    {
        var results = records.Count == 0
            ? Task.FromResult<IReadOnlyList<ReadResult>>([])
            : _workers.StartNew(() => Read(records, cancellationToken), cancellationToken);
        _chunks.Enqueue(new ReadAheadChunk(results, end, records.Count, bytes));
        _records += records.Count;
        _bytes += bytes;
    }

    /// <summary>The first chunk, which may still be worked on.</summary>
    public bool TryTake([NotNullWhen(true)] out ReadAheadChunk? chunk)
    {
        if (_chunks.TryDequeue(out chunk))
        {
            _records -= chunk.Records;
            _bytes -= chunk.Bytes;
        }

        return chunk is not null;
    }

    private static IReadOnlyList<ReadResult> Read(IReadOnlyList<UnreadRecord> records, CancellationToken cancellationToken)
    {
        var results = new List<ReadResult>(records.Count);
        foreach (var record in records)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(Read(record, cancellationToken));
        }

        return results;
    }

    /// <summary>A fault of the reader's own costs one record and not the file.</summary>
    private static ReadResult Read(UnreadRecord record, CancellationToken cancellationToken)
    {
        try
        {
            return record.Read(cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var fault = new ReadFault(ReadFaultKind.Malformed, $"It could not be read: {exception.Message}");
            return new ReadResult(record.Location, record.Position, Statement: null, fault);
        }
    }
}

/// <param name="Results">What the records say, when it is done.</param>
/// <param name="End">The file whose last records these are; null when it goes on.</param>
/// <param name="Records">How many they are.</param>
/// <param name="Bytes">What they hold in memory until they are understood.</param>
internal sealed record ReadAheadChunk(Task<IReadOnlyList<ReadResult>> Results, FileEnd? End, int Records, long Bytes);

/// <param name="File">A file that is read.</param>
/// <param name="Kind">What it is; null when it has no record that could say.</param>
/// <param name="Fault">Why it could not be read to its end; null when it could.</param>
internal sealed record FileEnd(InputFile File, FileKind? Kind, ImportFault? Fault);
