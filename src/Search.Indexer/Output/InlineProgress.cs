namespace Search.Indexer.Output;

/// <summary>Reports on the caller's own thread; <see cref="Progress{T}"/> would post, and report after the end.</summary>
internal sealed class InlineProgress<T>(Action<T> report) : IProgress<T>
{
    public void Report(T value) => report(value);
}
