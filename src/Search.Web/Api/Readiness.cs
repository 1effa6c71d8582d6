using Search.Archive;

namespace Search.Web.Api;

/// <summary>
/// Whether the engine answers. However many ask, the engine is asked once a second: who may ask is not limited, and the engine
/// has readers to serve.
/// </summary>
/// <param name="services">The engine is looked up when it is asked: one that cannot be opened is not ready, and no fault here.</param>
internal sealed class Readiness(IServiceProvider services, TimeProvider time)
{
    private static readonly TimeSpan s_age = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    private readonly Lock _gate = new();
    private Task<bool>? _answer;
    private long _asked;
    private volatile bool _isReady;

    public Task<bool> IsReadyAsync()
    {
        lock (_gate)
        {
            // A no is not kept: that the engine is back shows at once, and one question at a time harms nobody.
            if (_answer is null || (_answer.IsCompleted && (!_isReady || time.GetElapsedTime(_asked) >= s_age)))
            {
                _asked = time.GetTimestamp();
                _answer = Task.Run(AskAsync);
            }

            return _answer;
        }
    }

    /// <summary>Whatever goes wrong, the answer is no; who asks can do nothing else with it, and readers are told the cause.</summary>
    private async Task<bool> AskAsync()
    {
        using var patience = new CancellationTokenSource(s_patience, time);
        try
        {
            await services.GetRequiredService<ISearchEngine>().PingAsync(patience.Token).WaitAsync(patience.Token);
            return _isReady = true;
        }
        catch (Exception)
        {
            return _isReady = false;
        }
    }
}
