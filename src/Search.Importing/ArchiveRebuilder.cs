using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Reading;

namespace Search.Importing;

/// <summary>Works out anew, from the archive itself, what this version of the product understands of its statements.</summary>
public sealed class ArchiveRebuilder(ImportOptions options)
{
    /// <param name="engine">Read as it is when the call begins, and written to.</param>
    /// <param name="progress">Statements dealt with so far.</param>
    /// <param name="cancellationToken">Ends it; what is written stays, the rest is as before.</param>
    public async Task<RebuildReport> RebuildAsync(ISearchEngine engine, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var report = new RebuildReport(0, 0, []);
        if (options.DryRun)
        {
            await foreach (var statement in engine.ReadAllAsync(cancellationToken))
            {
                report = Count(report, statement, StatementRevision.Revise(statement));
                progress?.Report(report.Statements);
            }

            return report;
        }

        var status = await engine.StatusAsync(cancellationToken);
        var writerOptions = new WriterOptions(status.Samples, Bulk: true, Rewrite: true);
        await using var writer = await engine.OpenWriterAsync(writerOptions, cancellationToken);
        await foreach (var batch in StatementBatch.CutAsync(engine.ReadAllAsync(cancellationToken), options, cancellationToken))
        {
            var revised = batch.Statements.Select(StatementRevision.Revise).ToList();
            var result = await writer.WriteAsync(revised, cancellationToken);
            report = batch.Statements.Zip(revised).Aggregate(report, (sum, pair) => Count(sum, pair.First, pair.Second)) with
            {
                Refused = [.. report.Refused, .. result.Refused],
            };
            progress?.Report(report.Statements);
        }

        await writer.CompleteAsync(cancellationToken);
        return report;
    }

    private static RebuildReport Count(RebuildReport report, Statement before, Statement after) => report with
    {
        Statements = report.Statements + 1,
        Changed = report.Changed + (StatementHash.OfContent(before).AsSpan().SequenceEqual(StatementHash.OfContent(after)) ? 0 : 1),
    };
}

/// <param name="Statements">Statements looked at.</param>
/// <param name="Changed">Those of which something is understood otherwise now.</param>
/// <param name="Refused">Statements that the engine did not take again.</param>
public sealed record RebuildReport(long Statements, long Changed, IReadOnlyList<RefusedStatement> Refused);
