using System.Collections.Concurrent;
using Search.Archive;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Testing.Engines;

namespace Search.Service.Tests;

/// <summary>Another engine's pages, but counts and similar words never come; the tokens that searches had are kept.</summary>
/// <param name="heeds">Whether a call ends with its token.</param>
internal sealed class SilentEngine(ISearchEngine engine, bool heeds) : WrappedEngine(() => engine)
{
    private readonly TaskCompletionSource _silence = new();
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<CancellationToken> Tokens { get; } = [];

    /// <summary>When something beside the page was asked for.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Counts come nevertheless.</summary>
    public bool Counts { get; init; }

    public override Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        Tokens.Enqueue(cancellationToken);
        return base.SearchAsync(request, cancellationToken);
    }

    public override Task<IReadOnlyList<long>> CountAsync(
        IReadOnlyList<MatchNode> queries, SearchFilters filters, CancellationToken cancellationToken) => Counts
        ? base.CountAsync(queries, filters, cancellationToken)
        : SilentAsync<IReadOnlyList<long>>(cancellationToken);

    public override Task<IReadOnlyList<string>> SimilarWordsAsync(string word, int size, CancellationToken cancellationToken) =>
        SilentAsync<IReadOnlyList<string>>(cancellationToken);

    private async Task<T> SilentAsync<T>(CancellationToken cancellationToken)
    {
        Tokens.Enqueue(cancellationToken);
        _asked.TrySetResult();
        await (heeds ? _silence.Task.WaitAsync(cancellationToken) : _silence.Task);
        throw new InvalidOperationException("Silence has no end.");
    }
}
