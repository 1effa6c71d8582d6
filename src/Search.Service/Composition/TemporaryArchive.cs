using Search.Core.Searching;

namespace Search.Service.Composition;

/// <summary>An archive that nobody else sees and that is gone after its use.</summary>
/// <param name="engine">Open and empty.</param>
/// <param name="remove">Takes away what the engine leaves behind.</param>
public sealed class TemporaryArchive(ISearchEngine engine, Func<Task> remove) : IAsyncDisposable
{
    public ISearchEngine Engine => engine;

    /// <summary>Whether the engine must be closed before its archive can be removed; else it removes it itself.</summary>
    internal bool DisposesFirst { get; init; }

    public async ValueTask DisposeAsync()
    {
        if (DisposesFirst)
        {
            await engine.DisposeAsync();
            await remove();
        }
        else
        {
            await remove();
            await engine.DisposeAsync();
        }
    }
}
