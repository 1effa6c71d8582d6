using System.Threading.Channels;
using Search.Importing.Files;
using Search.Reading;

namespace Search.Importing;

/// <summary>Reads files into batches, ahead of the writer by as much as the channel holds.</summary>
internal sealed class BatchReader(StatementFileReader reader, ImportOptions options, ImportTally tally)
{
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
            await foreach (var result in reader.ReadAsync(stream, file.Name, ReadOptions.Default, cancellationToken))
            {
                await TakeAsync(result, batches, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Whatever is wrong with one file, even a fault of the reader's own, the others are read.
            tally.Fault(new ImportFault(file.Name, ImportFaultKinds.Unreadable, exception.Message));
        }

        tally.FileRead(file.Length ?? 0);
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
