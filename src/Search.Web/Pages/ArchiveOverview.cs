using Search.Core.Searching;

namespace Search.Web.Pages;

/// <summary>The archive's status, a few seconds old at most: every page shows something of it and none must wait for it.</summary>
internal sealed class ArchiveOverview(ISearchEngine engine, TimeProvider time)
{
    private static readonly TimeSpan s_age = TimeSpan.FromSeconds(5);
    private TakenStatus? _entry;

    public async Task<ArchiveStatus> GetAsync(CancellationToken cancellationToken)
    {
        if (_entry is { } entry && time.GetElapsedTime(entry.Taken) < s_age)
        {
            return entry.Status;
        }

        var status = await engine.StatusAsync(cancellationToken);
        _entry = new TakenStatus(status, time.GetTimestamp());
        return status;
    }

    private sealed record TakenStatus(ArchiveStatus Status, long Taken);
}
