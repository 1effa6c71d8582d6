using Search.Archive;
using Search.Archive.Counting;
using Search.Core.Statements;
using Search.Web.Pages.Layout;

namespace Search.Web.Pages.Results;

/// <summary>
/// How many statements the archive holds of each source and date: a chart over time says how large a share of them it shows. Only the
/// first page waits for it. While the archive changes, as during an import, pages show what was counted last, which is counted again
/// beside them and not for each of its states.
/// </summary>
/// <param name="services">The engine is looked up when it is asked: see <see cref="ArchiveOverview"/>.</param>
internal sealed class HoldingsOverview(IServiceProvider services, TimeProvider time)
{
    /// <summary>A page is shown without shares rather than late.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(500);

    /// <summary>An engine that could not count them is not asked by every page that follows.</summary>
    private static readonly TimeSpan s_rest = TimeSpan.FromMinutes(1);

    /// <summary>From one count to the next: it looks at the whole archive.</summary>
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(15);

    private readonly Lock _gate = new();
    private Task<IReadOnlyList<Holdings>>? _asking;
    private IReadOnlyList<Holdings>? _last;
    private string? _generation;
    private long _asked;

    /// <param name="generation">The archive's state, as its status has it.</param>
    /// <returns>Of this state or one shortly before it; null where the engine did not say in time: a later page has it.</returns>
    public async Task<IReadOnlyList<Holdings>?> GetAsync(string generation, CancellationToken cancellationToken)
    {
        var asking = Ask(generation);
        try
        {
            return _last ?? await asking.WaitAsync(s_patience, time, cancellationToken);
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
            if (_asking is null || (_asking.IsCompleted && IsDue(_asking, generation)))
            {
                (_generation, _asked) = (generation, time.GetTimestamp());
                _asking = Task.Run(AskAsync);
            }

            return _asking;
        }
    }

    private bool IsDue(Task asked, string generation) => asked.IsCompletedSuccessfully
        ? _generation != generation && time.GetElapsedTime(_asked) >= s_interval
        : time.GetElapsedTime(_asked) >= s_rest;

    private async Task<IReadOnlyList<Holdings>> AskAsync() => _last = await services.GetRequiredService<ISearchEngine>()
        .CountHoldingsAsync(new HoldingsRequest { By = FacetName.Source }, CancellationToken.None);
}
