using Search.Archive.Searching;

namespace Search.Web.Pages;

/// <summary>The archive's status, a few seconds old at most: every page shows something of it and none must wait for it.</summary>
internal sealed class ArchiveOverview(ISearchEngine engine, TimeProvider time)
{
    private static readonly TimeSpan s_age = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
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

    /// <summary>Whether to say so above a page. When the archive cannot be asked, the page has that to say, and not this.</summary>
    public async Task<bool> HoldsSamplesAsync()
    {
        using var patience = new CancellationTokenSource(s_patience, time);
        try
        {
            return (await GetAsync(patience.Token)).Samples;
        }
        catch (Exception)
        {
            return false;
        }
    }

    private sealed record TakenStatus(ArchiveStatus Status, long Taken);
}
