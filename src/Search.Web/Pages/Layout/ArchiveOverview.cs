using Search.Archive;
using Search.Archive.Upkeep;

namespace Search.Web.Pages.Layout;

/// <summary>
/// The archive's status, a few seconds old at most: every page shows something of it and none must wait for it. However many
/// pages want it, the engine is asked by one of them.
/// </summary>
/// <param name="services">The engine is looked up when it is asked: pages that say why it cannot be opened need no engine.</param>
internal sealed class ArchiveOverview(IServiceProvider services, TimeProvider time)
{
    private static readonly TimeSpan s_age = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private Task<ArchiveStatus>? _asking;
    private ArchiveStatus? _last;
    private long _asked;

    /// <summary>Whether the archive held samples when it was last asked; for pages that must not ask it.</summary>
    public bool HeldSamples => _last?.Samples == true;

    /// <summary>The status as it is, or the one before where the engine takes its time.</summary>
    public async Task<ArchiveStatus> GetAsync(CancellationToken cancellationToken)
    {
        var asking = Ask();
        try
        {
            return await asking.WaitAsync(_last is null ? Timeout.InfiniteTimeSpan : s_patience, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return _last ?? await asking.WaitAsync(cancellationToken);
        }
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

    private Task<ArchiveStatus> Ask()
    {
        lock (_gate)
        {
            var isOver = _asking is { IsCompleted: true }
                && (!_asking.IsCompletedSuccessfully || time.GetElapsedTime(_asked) >= s_age);
            if (_asking is null || isOver)
            {
                _asked = time.GetTimestamp();
                _asking = Task.Run(AskAsync);
            }

            return _asking;
        }
    }

    private async Task<ArchiveStatus> AskAsync() =>
        _last = await services.GetRequiredService<ISearchEngine>().StatusAsync(CancellationToken.None);
}
