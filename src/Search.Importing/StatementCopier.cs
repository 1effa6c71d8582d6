using Search.Core.Searching;
using Search.Core.Statements;

namespace Search.Importing;

/// <summary>Carries the statements of one archive to another, or to the same one revised.</summary>
public sealed class StatementCopier(ImportOptions options)
{
    /// <summary>What was written; reasons of refusals are in it.</summary>
    /// <param name="from">Read as it is when the call begins.</param>
    /// <param name="to">May be the same archive.</param>
    /// <param name="writerOptions">How to write.</param>
    /// <param name="revise">What becomes of each statement on its way.</param>
    /// <param name="progress">Statements dealt with so far.</param>
    /// <param name="cancellationToken">Ends the copying; what is written stays.</param>
    public async Task<WriteResult> CopyAsync(
        ISearchEngine from,
        ISearchEngine to,
        WriterOptions writerOptions,
        Func<Statement, Statement> revise,
        IProgress<long>? progress,
        CancellationToken cancellationToken)
    {
        // Earlier captures are written before later ones, so that the other archive keeps them as versions too.
        var withVersions = !ReferenceEquals(from, to) && (await from.StatusAsync(cancellationToken)).Versions > 0;
        await using var writer = await to.OpenWriterAsync(writerOptions, cancellationToken);
        var sum = new WriteResult(0, 0, 0, []);
        var batch = new StatementBatch();
        var done = 0L;
        await foreach (var statement in from.ReadAllAsync(cancellationToken))
        {
            if (withVersions)
            {
                sum = await CopyVersionsAsync(from, writer, statement, sum, cancellationToken);
            }

            batch.Add(revise(statement), statement.Id.Value);
            if (batch.IsFull(options))
            {
                sum = Add(sum, await writer.WriteAsync(batch.Statements, cancellationToken));
                progress?.Report(done += batch.Statements.Count);
                batch = new StatementBatch();
            }
        }

        sum = Add(sum, await writer.WriteAsync(batch.Statements, cancellationToken));
        await writer.CompleteAsync(cancellationToken);
        return sum;
    }

    private static async Task<WriteResult> CopyVersionsAsync(
        ISearchEngine from, IStatementWriter writer, Statement statement, WriteResult sum, CancellationToken cancellationToken)
    {
        foreach (var version in (await from.GetVersionsAsync(statement.Id, cancellationToken)).Reverse())
        {
            sum = Add(sum, await writer.WriteAsync([version], cancellationToken));
        }

        return sum;
    }

    private static WriteResult Add(WriteResult left, WriteResult right) => new(
        left.Added + right.Added, left.Changed + right.Changed, left.Unchanged + right.Unchanged, [.. left.Refused, .. right.Refused]);
}
