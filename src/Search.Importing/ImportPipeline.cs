using System.Threading.Channels;
using Search.Archive.Storing;
using Search.Importing.Files;
using Search.Reading;

namespace Search.Importing;

/// <summary>Carries statements from files to an engine: one task reads, another writes, a bounded channel lies between.</summary>
public sealed class ImportPipeline(StatementFileReader reader, TimeProvider timeProvider)
{
    /// <summary>Batches that are read ahead of the writer; with those in flight they bound the memory.</summary>
    private const int ReadAhead = 2;

    /// <summary>
    /// Never throws for what a file holds, for an engine that cannot go on, or for cancellation: the report says so, with
    /// what was written until then.
    /// </summary>
    /// <param name="input">What to read.</param>
    /// <param name="store">What to write to.</param>
    /// <param name="options">How.</param>
    /// <param name="onFault">Called for each thing that is not imported, from one task at a time.</param>
    /// <param name="progress">Told after every batch and file.</param>
    /// <param name="cancellationToken">Ends the reading; batches handed over are written to their end.</param>
    public async Task<ImportReport> RunAsync(
        InputFiles input,
        IStatementStore store,
        ImportOptions options,
        Action<ImportFault> onFault,
        IProgress<ImportReport>? progress,
        CancellationToken cancellationToken)
    {
        var tally = new ImportTally(input, timeProvider, progress, onFault);
        var batches = Channel.CreateBounded<StatementBatch>(
            new BoundedChannelOptions(ReadAhead) { SingleReader = true, SingleWriter = true });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var batchReader = new BatchReader(reader, options, tally) { Reading = options.Reading.Until(timeProvider) };
        var reading = Task.Run(() => batchReader.ReadAsync(input, batches.Writer, stop.Token), CancellationToken.None);
        Exception? failure = null;
        try
        {
            await (options.DryRun
                ? DiscardAsync(batches.Reader, stop.Token)
                : new ImportWriter(store, options, tally).WriteAsync(batches.Reader, stop.Token));
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        await stop.CancelAsync();
        await reading;
        var cancelled = failure is OperationCanceledException && cancellationToken.IsCancellationRequested;
        return tally.Snapshot() with { Cancelled = cancelled, Failure = cancelled ? null : failure };
    }

    private static async Task DiscardAsync(ChannelReader<StatementBatch> batches, CancellationToken cancellationToken)
    {
        await foreach (var _ in batches.ReadAllAsync(cancellationToken))
        {
            // Read and counted; that is all.
        }
    }
}
