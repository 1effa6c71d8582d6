using Search.Archive;
using Search.Archive.Storing;

namespace Search.Importing;

/// <summary>Carries the statements of one archive to another, with their earlier captures. Copying again changes nothing.</summary>
public sealed class StatementCopier(ImportOptions options)
{
    /// <param name="from">Read as it is when the call begins.</param>
    /// <param name="to">Another archive.</param>
    /// <param name="progress">Statements written so far.</param>
    /// <param name="cancellationToken">Ends the copying; what is written stays.</param>
    public async Task<CopyReport> CopyAsync(
        ISearchEngine from, IStatementStore to, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var status = await from.StatusAsync(cancellationToken);
        await using var writer = await to.OpenWriterAsync(status.Samples ? WritePurpose.Samples : WritePurpose.Load, cancellationToken);
        var report = new CopyReport(0, 0, 0, []);
        await foreach (var batch in HistoryBatches.CutAsync(from.ReadAllAsync(cancellationToken), options, cancellationToken))
        {
            var result = await writer.RestoreAsync(batch, cancellationToken);
            var refused = result.Refused.Select(refusal => refusal.Statement.Id).ToHashSet();
            report = report with
            {
                Statements = report.Statements + batch.Count - refused.Count,
                Versions = report.Versions
                    + batch.Where(history => !refused.Contains(history.Statement.Id)).Sum(history => history.Versions.Count),
                Unchanged = report.Unchanged + result.Unchanged,
                Refused = [.. report.Refused, .. result.Refused],
            };
            progress?.Report(report.Statements);
        }

        await writer.CompleteAsync(cancellationToken);
        return report;
    }
}

/// <param name="Statements">Statements that the other archive has now.</param>
/// <param name="Versions">Earlier captures of these in the archive copied from.</param>
/// <param name="Unchanged">Statements of these that it had just so before, with their versions.</param>
/// <param name="Refused">Statements that it did not take.</param>
public sealed record CopyReport(long Statements, long Versions, long Unchanged, IReadOnlyList<RefusedStatement> Refused);
