using System.Runtime.CompilerServices;
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
        await foreach (var batch in CutAsync(from.ReadAllAsync(cancellationToken), cancellationToken))
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

    /// <summary>Batches of the options' size, counted with all their versions' texts.</summary>
    private async IAsyncEnumerable<List<StatementHistory>> CutAsync(
        IAsyncEnumerable<StatementHistory> histories, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (batch, characters) = (new List<StatementHistory>(), 0L);
        await foreach (var history in histories.WithCancellation(cancellationToken))
        {
            batch.Add(history);
            characters += history.Versions.Prepend(history.Statement).Sum(version => (long)version.Title.Length + version.Body.Length);
            if (batch.Count >= options.BatchCount || characters >= options.BatchCharacters)
            {
                yield return batch;
                (batch, characters) = ([], 0);
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}

/// <param name="Statements">Statements that the other archive has now.</param>
/// <param name="Versions">Earlier captures of these in the archive copied from.</param>
/// <param name="Unchanged">Statements of these that it had just so before, with their versions.</param>
/// <param name="Refused">Statements that it did not take.</param>
public sealed record CopyReport(long Statements, long Versions, long Unchanged, IReadOnlyList<RefusedStatement> Refused);
