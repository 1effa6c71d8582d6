using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Importing;

/// <summary>Carries the statements of one archive to another, with their earlier captures.</summary>
public sealed class StatementCopier(ImportOptions options)
{
    /// <param name="from">Read as it is when the call begins.</param>
    /// <param name="to">Another archive.</param>
    /// <param name="progress">Statements written so far.</param>
    /// <param name="cancellationToken">Ends the copying; what is written stays.</param>
    public async Task<CopyReport> CopyAsync(
        ISearchEngine from, ISearchEngine to, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var status = await from.StatusAsync(cancellationToken);
        await using var writer = await to.OpenWriterAsync(new WriterOptions(status.Samples, Bulk: true), cancellationToken);
        var versions = 0L;
        if (status.Versions > 0)
        {
            versions = await CopyVersionsAsync(from, writer, cancellationToken);
        }

        var sum = await WriteAllAsync(writer, from.ReadAllAsync(cancellationToken), progress, cancellationToken);
        await writer.CompleteAsync(cancellationToken);
        return sum with { Versions = versions };
    }

    /// <summary>The oldest first and before the statements themselves, so that the other archive makes versions of them too.</summary>
    private static async Task<long> CopyVersionsAsync(ISearchEngine from, IStatementWriter writer, CancellationToken cancellationToken)
    {
        var count = 0L;
        await foreach (var statement in from.ReadAllAsync(cancellationToken))
        {
            foreach (var version in (await from.GetVersionsAsync(statement.Id, cancellationToken)).Reverse())
            {
                await writer.WriteAsync([version], cancellationToken);
                count++;
            }
        }

        return count;
    }

    private async Task<CopyReport> WriteAllAsync(
        IStatementWriter writer, IAsyncEnumerable<Statement> statements, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var report = new CopyReport(0, 0, 0, []);
        await foreach (var batch in StatementBatch.CutAsync(statements, options, cancellationToken))
        {
            var result = await writer.WriteAsync(batch.Statements, cancellationToken);
            report = report with
            {
                Statements = report.Statements + batch.Statements.Count - result.Refused.Count,
                Unchanged = report.Unchanged + result.Unchanged,
                Refused = [.. report.Refused, .. result.Refused],
            };
            progress?.Report(report.Statements);
        }

        return report;
    }
}

/// <param name="Statements">Statements that the other archive has now.</param>
/// <param name="Versions">Earlier captures carried along.</param>
/// <param name="Unchanged">Statements of these that it had just so before.</param>
/// <param name="Refused">Statements that it did not take.</param>
public sealed record CopyReport(long Statements, long Versions, long Unchanged, IReadOnlyList<RefusedStatement> Refused);
