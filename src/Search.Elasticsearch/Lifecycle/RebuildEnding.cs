using Microsoft.Extensions.Logging;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Indices;

namespace Search.Elasticsearch.Lifecycle;

/// <summary>
/// What follows on a rebuild, well or not. A call without an answer may have been carried out, or may still be: what to do
/// is therefore read from the cluster each time, and nothing is removed but on condition that another index is live.
/// </summary>
internal sealed class RebuildEnding(IndexAdministration indices, ILogger logger)
{
    /// <summary>Looking, removing, looking whether it is gone, allowing writes; and as much again where answers are lost.</summary>
    private const int MaxLooks = 4;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Puts things back as they were before, unless the alias has moved already. The new index goes before writes to the
    /// live one are allowed again: a move that is still on its way then fails, and leaves no write behind.
    /// </summary>
    /// <returns>Whether the new index is live: the rebuild has succeeded all the same.</returns>
    public async Task<bool> UndoAsync(string from, string to)
    {
        using var soon = new CancellationTokenSource(s_patience);
        Exception? problem = null;
        for (var look = 0; look < MaxLooks && !soon.IsCancellationRequested; look++)
        {
            try
            {
                var all = await indices.ListAsync(soon.Token);
                var live = all.Where(index => index.Live).Select(index => index.Name).ToArray();
                if (live.Contains(to))
                {
                    return true;
                }

                if (all.All(index => index.Name != to))
                {
                    await indices.AllowWritesAsync(from, soon.Token);
                    return false;
                }

                if (live is not [{ } other])
                {
                    break; // nobody can tell which is the archive
                }

                await indices.ArchiveAlias.RemoveIndexAsync(to, other, soon.Token);
            }
            catch (Exception exception)
            {
                problem = exception;
            }
        }

        logger.LogWarning(problem, "The unfinished index {Index} could not be removed; the next cleanup does it", to);
        return false;
    }

    /// <summary>Notes that the new index is finished, and has it merged. Where the note fails, whoever writes next makes it.</summary>
    public async Task FinishAsync(string to)
    {
        using var soon = new CancellationTokenSource(s_patience);
        try
        {
            await indices.NoteAsync(to, IndexNotes.Of(IndexMapping.Current), soon.Token);
        }
        catch (Exception exception)
        {
            logger.LogWarning(exception, "{Index} is live, and could not be noted as finished; the next writer does it", to);
        }

        await indices.Merging.BeginAsync(to, soon.Token);
    }
}
