using System.Threading.Channels;
using Search.Importing.Files;
using Search.Reading;
using Search.Reading.Files;

namespace Search.Importing;

/// <summary>
/// Reads files into batches, ahead of the writer by as much as the channel holds. One task cuts records out of the files, one file
/// after the other, which is cheap; to understand them is the work, and happens on all cores, of several files at once. The results
/// are taken in the order of files and records: the same input gives the same batches and the same faults however many cores there are.
/// </summary>
internal sealed class BatchReader(StatementFileReader reader, ImportOptions options, ImportTally tally)
{
    private readonly ReadAhead _ahead = new();
    private List<UnreadRecord> _chunk = [];
    private long _chunkBytes;
    private StatementBatch _batch = new();

    public required ReadOptions Reading { get; init; }

    /// <summary>Completes the channel whatever happens; a file that cannot be read is a fault and not an error.</summary>
    public async Task ReadAsync(InputFiles input, ChannelWriter<StatementBatch> batches, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var fault in input.Faults)
            {
                tally.Fault(fault);
            }

            foreach (var file in input.Files)
            {
                await UnderstandAsync(await CutAsync(file, batches, cancellationToken), batches, cancellationToken);
            }

            while (_ahead.TryTake(out var chunk))
            {
                await TakeAsync(chunk, batches, cancellationToken);
            }

            await SendAsync(batches, cancellationToken);
            batches.Complete();
        }
        catch (Exception exception)
        {
            batches.Complete(exception);
        }
    }

    private async Task<FileEnd> CutAsync(InputFile file, ChannelWriter<StatementBatch> batches, CancellationToken cancellationToken)
    {
        FileKind? kind = null;
        try
        {
            await using var stream = file.Open();
            await foreach (var record in reader.CutAsync(stream, file.Name, Reading, cancellationToken))
            {
                kind = record.Kind;
                _chunk.Add(record);
                _chunkBytes += record.Size;
                if (_chunk.Count == ReadAhead.ChunkCount || _chunkBytes >= ReadAhead.ChunkBytes)
                {
                    await UnderstandAsync(end: null, batches, cancellationToken);
                }
            }

            return new FileEnd(file, kind, Fault: null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever is wrong with one file, even a fault of the reader's own, the others are read.
            return new FileEnd(file, kind, ImportFault.Of(file.Name, exception));
        }
    }

    /// <summary>Begins to understand the records gathered, when there is room for it.</summary>
    private async Task UnderstandAsync(FileEnd? end, ChannelWriter<StatementBatch> batches, CancellationToken cancellationToken)
    {
        while (_ahead.IsFull && _ahead.TryTake(out var chunk))
        {
            await TakeAsync(chunk, batches, cancellationToken);
        }

        _ahead.Add(_chunk, _chunkBytes, end, cancellationToken);
        _chunk = [];
        _chunkBytes = 0;
    }

    private async Task TakeAsync(ReadAheadChunk chunk, ChannelWriter<StatementBatch> batches, CancellationToken cancellationToken)
    {
        foreach (var result in await chunk.Results)
        {
            await TakeAsync(result, batches, cancellationToken);
        }

        if (chunk.End is var (file, kind, fault))
        {
            if (fault is not null)
            {
                tally.Fault(fault);
            }

            tally.FileRead(file.Length ?? 0, kind);
        }
    }

    private async Task TakeAsync(ReadResult result, ChannelWriter<StatementBatch> batches, CancellationToken cancellationToken)
    {
        tally.RecordRead(result.Position, result.Statement is not null);
        if (result.Fault is { } fault)
        {
            tally.Fault(new ImportFault(result.Location, ImportFaultKinds.Of(fault.Kind), fault.Reason));
        }

        if (result.Statement is { } statement)
        {
            _batch.Add(statement, result.Location);
            if (_batch.IsFull(options))
            {
                await SendAsync(batches, cancellationToken);
            }
        }
    }

    private async Task SendAsync(ChannelWriter<StatementBatch> batches, CancellationToken cancellationToken)
    {
        if (_batch.Statements.Count > 0)
        {
            await batches.WriteAsync(_batch, cancellationToken);
            _batch = new StatementBatch();
        }
    }
}
