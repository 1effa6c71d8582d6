using System.Threading.Channels;
using Search.Importing.Files;
using Search.Reading;
using Search.Reading.Files;

namespace Search.Importing;

/// <summary>Reads files into batches, ahead of the writer by as much as the channel holds.</summary>
internal sealed class BatchReader(StatementFileReader reader, ImportOptions options, ImportTally tally)
{
    /// <summary>Records that one task understands: enough that handing them over costs nothing beside.</summary>
    private const int ChunkCount = 32;

    /// <summary>
    /// Chunks understood at once: cutting records out of a file is cheap, understanding them is the work. One core is left
    /// to the engine, which writes meanwhile.
    /// </summary>
    private static readonly int s_readAhead = Math.Max(1, Environment.ProcessorCount - 1);

    private readonly Queue<Task<List<ReadResult>>> _ahead = new();
    private List<UnreadRecord> _chunk = [];
    private StatementBatch _batch = new();

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
                await ReadFileAsync(file, batches, cancellationToken);
            }

            await SendAsync(batches, cancellationToken);
            batches.Complete();
        }
        catch (Exception exception)
        {
            batches.Complete(exception);
        }
    }

    private async Task ReadFileAsync(InputFile file, ChannelWriter<StatementBatch> batches, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = file.Open();
            await foreach (var record in reader.CutAsync(stream, file.Name, ReadOptions.Default, cancellationToken))
            {
                _chunk.Add(record);
                if (_chunk.Count == ChunkCount)
                {
                    await UnderstandAsync(batches, cancellationToken);
                }
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever is wrong with one file, even a fault of the reader's own, the others are read.
            tally.Fault(new ImportFault(file.Name, ImportFaultKinds.Unreadable, exception.Message));
        }

        await UnderstandAsync(batches, cancellationToken);
        while (_ahead.Count > 0)
        {
            await TakeAsync(await _ahead.Dequeue(), batches, cancellationToken);
        }

        tally.FileRead(file.Length ?? 0);
    }

    /// <summary>Begins to understand the records gathered, when there is room for it.</summary>
    private async Task UnderstandAsync(ChannelWriter<StatementBatch> batches, CancellationToken cancellationToken)
    {
        if (_ahead.Count == s_readAhead)
        {
            await TakeAsync(await _ahead.Dequeue(), batches, cancellationToken);
        }

        var chunk = _chunk;
        _chunk = [];
        _ahead.Enqueue(Task.Run(() => chunk.ConvertAll(record => Read(record, cancellationToken)), CancellationToken.None));
    }

    private async Task TakeAsync(List<ReadResult> results, ChannelWriter<StatementBatch> batches, CancellationToken cancellationToken)
    {
        foreach (var result in results)
        {
            await TakeAsync(result, batches, cancellationToken);
        }
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
