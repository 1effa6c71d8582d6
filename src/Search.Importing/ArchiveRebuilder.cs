using Search.Archive;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Reading;

namespace Search.Importing;

/// <summary>
/// Works out anew, from the archive itself, what this version of the product understands of its statements. What others
/// write meanwhile stays as they wrote it.
/// </summary>
public sealed class ArchiveRebuilder(ImportOptions options)
{
    /// <param name="engine">Read as it is when the call begins, and written to.</param>
    /// <param name="progress">Statements dealt with so far.</param>
    /// <param name="cancellationToken">Ends it; what is written stays, the rest is as before.</param>
    public async Task<RebuildReport> RebuildAsync(ISearchEngine engine, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var report = new RebuildReport(0, 0, 0, []);
        if (options.DryRun)
        {
            await foreach (var (statement, _) in engine.ReadAllAsync(cancellationToken))
            {
                report = Count(report, new Revision(statement));
                progress?.Report(report.Statements);
            }

            return report;
        }

        var purpose = (await engine.StatusAsync(cancellationToken)).Samples ? WritePurpose.Samples : WritePurpose.Load;
        await using var writer = await engine.OpenWriterAsync(purpose, cancellationToken);
        await foreach (var batch in HistoryBatches.CutAsync(engine.ReadAllAsync(cancellationToken), options, cancellationToken))
        {
            var revisions = batch.Select(history => new Revision(history.Statement)).ToList();
            var result = await writer.ReviseAsync(
                [.. revisions.Select(revision => new RevisedStatement(revision.Revised, revision.Before))], cancellationToken);
            report = revisions.Aggregate(report, Count) with
            {
                Skipped = report.Skipped + result.Skipped,
                Refused = [.. report.Refused, .. result.Refused],
            };
            progress?.Report(report.Statements);
        }

        await writer.CompleteAsync(cancellationToken);
        return report;
    }

    private static RebuildReport Count(RebuildReport report, Revision revision) => report with
    {
        Statements = report.Statements + 1,
        Changed = report.Changed + (revision.IsChange ? 1 : 0),
    };

    private sealed class Revision(Statement statement)
    {
        public byte[] Before { get; } = StatementHash.OfContent(statement);

        public Statement Revised { get; } = StatementRevision.Revise(statement);

        public bool IsChange => !Before.AsSpan().SequenceEqual(StatementHash.OfContent(Revised));
    }
}

/// <param name="Statements">Statements looked at.</param>
/// <param name="Changed">Those of which something is understood otherwise now.</param>
/// <param name="Skipped">Those that somebody else has changed meanwhile, and which stay so.</param>
/// <param name="Refused">Statements that the engine did not take again.</param>
public sealed record RebuildReport(long Statements, long Changed, long Skipped, IReadOnlyList<RefusedStatement> Refused);
