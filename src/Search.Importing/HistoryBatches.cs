using System.Runtime.CompilerServices;
using Search.Archive.Storing;
using Search.Core.Statements;

namespace Search.Importing;

/// <summary>Cuts what is read from an archive into batches of the options' size, counted with all versions' texts.</summary>
internal static class HistoryBatches
{
    public static async IAsyncEnumerable<IReadOnlyList<StatementHistory>> CutAsync(
        IAsyncEnumerable<StatementHistory> histories, ImportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (batch, characters) = (new List<StatementHistory>(), 0L);
        await foreach (var history in histories.WithCancellation(cancellationToken))
        {
            batch.Add(history);
            characters += history.Versions.Prepend(history.Statement).Sum(LengthOf);
            if (options.IsFull(batch.Count, characters))
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

    private static long LengthOf(Statement statement) => statement.Title.Length + statement.Body.Length;
}
