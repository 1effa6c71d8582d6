using Search.Archive;
using Search.Archive.Counting;
using Search.Core.Statements;

namespace Search.Web.Pages;

/// <summary>
/// How many statements the archive holds of each source and date, asked once for each state of the archive: a chart over time says how
/// large a share of them it shows, and no page asks the engine for more because of it.
/// </summary>
/// <param name="services">The engine is looked up when it is asked: see <see cref="ArchiveOverview"/>.</param>
internal sealed class HoldingsOverview(IServiceProvider services, TimeProvider time)
{
    /// <summary>A page is shown without shares rather than late.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);

    /// <summary>An engine that could not count them is not asked by every page that follows.</summary>
    private static readonly TimeSpan s_rest = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private Task<IReadOnlyList<Holdings>>? _asking;
    private string? _generation;
    private long _asked;

    /// <param name="generation">The archive's state, as its status has it.</param>
    /// <returns>Null where the engine did not say in time: a later page has it.</returns>
    public async Task<IReadOnlyList<Holdings>?> GetAsync(string generation, CancellationToken cancellationToken)
    {
        try
        {
            return await Ask(generation).WaitAsync(s_patience, time, cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private Task<IReadOnlyList<Holdings>> Ask(string generation)
    {
        lock (_gate)
        {
            var isOver = _asking is { IsCompleted: true, IsCompletedSuccessfully: false } && time.GetElapsedTime(_asked) >= s_rest;
            if (_asking is null || isOver || (_asking.IsCompletedSuccessfully && _generation != generation))
            {
                (_generation, _asked) = (generation, time.GetTimestamp());
                _asking = Task.Run(AskAsync);
            }

            return _asking;
        }
    }

    private Task<IReadOnlyList<Holdings>> AskAsync() => services.GetRequiredService<ISearchEngine>()
        .CountHoldingsAsync(new HoldingsRequest { By = FacetName.Source }, CancellationToken.None);
}
