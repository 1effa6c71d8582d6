using System.Runtime.ExceptionServices;
using System.Threading.Channels;
using Search.Archive.Storing;
using Search.Importing.Files;

namespace Search.Importing;

/// <summary>Hands batches to an engine, a few at a time.</summary>
internal sealed class ImportWriter(IStatementStore store, ImportOptions options, ImportTally tally)
{
    /// <summary>
    /// How long what an engine has may take once the import is cancelled. What it has not begun until then is dropped, and the rest of
    /// the two seconds that whoever cancels waits is for ending what it has begun, and the closing.
    /// </summary>
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(0.75);

    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);

    /// <summary>
    /// The writer is opened with the first batch: an import without a single statement leaves the archive (and the samples
    /// in it) as it was.
    /// </summary>
    public async Task WriteAsync(ChannelReader<StatementBatch> batches, CancellationToken cancellationToken)
    {
        if (!await batches.WaitToReadAsync(cancellationToken))
        {
            return;
        }

        var purpose = options.Samples ? WritePurpose.Samples
            : tally.BytesTotal is null || tally.BytesTotal >= options.BulkBytes ? WritePurpose.Load
            : WritePurpose.Update;
        await using var writer = await store.OpenWriterAsync(purpose, cancellationToken);
        using var grace = new CancellationTokenSource();
        await using var cancelling = cancellationToken.Register(() => grace.CancelAfter(s_grace));
        var inFlight = new WritesInFlight(options.WritesInFlight ?? writer.WritesAtOnce);
        OperationCanceledException? cancelled = null;
        try
        {
            await SendAsync(writer, batches, inFlight, grace.Token, cancellationToken);
        }
        catch (OperationCanceledException exception)
        {
            cancelled = exception;
        }
        finally
        {
            // What was handed over is written to its end where that takes no longer than the grace.
            await inFlight.EndAsync();
        }

        if (cancelled is null)
        {
            await NoteMissingAsync(writer, cancellationToken);
        }

        await writer.CompleteAsync(grace.Token);

        if (cancelled is not null)
        {
            ExceptionDispatchInfo.Throw(cancelled);
        }
    }

    /// <summary>A list of which something could not be read is not whole: what it lacks may be what was not read.</summary>
    private async Task NoteMissingAsync(IStatementWriter writer, CancellationToken cancellationToken)
    {
        if (options.CompleteSource is { } source && !tally.HasFaults)
        {
            tally.Missing(await writer.NoteMissingAsync(source, _listed, cancellationToken));
        }
    }

    private async Task SendAsync(
        IStatementWriter writer,
        ChannelReader<StatementBatch> batches,
        WritesInFlight inFlight,
        CancellationToken grace,
        CancellationToken cancellationToken)
    {
        await foreach (var batch in batches.ReadAllAsync(cancellationToken))
        {
            if (options.CompleteSource is { } source)
            {
                _listed.UnionWith(batch.Statements.Where(statement => statement.Source == source).Select(statement => statement.Id.Value));
            }

            await inFlight.AddAsync(batch, () => WriteAsync(writer, batch, grace));
        }
    }

    /// <summary>What an engine was not done with in time is not reported: it may be in the archive, and importing it again tells.</summary>
    private async Task WriteAsync(IStatementWriter writer, StatementBatch batch, CancellationToken grace)
    {
        WriteResult result;
        try
        {
            result = await writer.ImportAsync(batch.Statements, grace).WaitAsync(grace);
        }
        catch (OperationCanceledException) when (grace.IsCancellationRequested)
        {
            return;
        }

        foreach (var refused in result.Refused)
        {
            tally.Fault(new ImportFault(batch.LocationOf(refused.Statement), ImportFaultKinds.Refused, refused.Reason));
        }

        tally.Written(result);
    }
}
