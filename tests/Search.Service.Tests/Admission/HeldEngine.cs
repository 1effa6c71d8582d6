using System.Collections.Concurrent;
using Search.Archive.Searching;
using Search.Testing.Engines;

namespace Search.Service.Tests.Admission;

/// <summary>Searches that go on until they are let go; what was asked is kept.</summary>
/// <param name="waits">Whether it waits for others to work.</param>
internal sealed class HeldEngine(bool waits = false) : WrappedEngine(() => throw new NotSupportedException())
{
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _begun = new(0);

    public ConcurrentQueue<SearchRequest> Asked { get; } = [];

    public override bool WorksOnCallingThread => !waits;

    public bool HasRunOnPool { get; private set; }

    public override async Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        HasRunOnPool |= Thread.CurrentThread.IsThreadPoolThread;
        Asked.Enqueue(request);
        _begun.Release();
        await _letGo.Task.WaitAsync(cancellationToken);
        return new SearchPage { Total = 0, Complete = true, Hits = [] };
    }

    /// <summary>Until so many more searches are under way.</summary>
    public async Task BegunAsync(int searches)
    {
        for (var search = 0; search < searches; search++)
        {
            await _begun.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public void LetGo() => _letGo.TrySetResult();

    public override ValueTask DisposeAsync()
    {
        _begun.Dispose();
        return base.DisposeAsync();
    }
}
