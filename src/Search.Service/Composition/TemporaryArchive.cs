using Search.Archive;

namespace Search.Service.Composition;

/// <summary>An archive that nobody else sees and that is gone after its use.</summary>
/// <param name="engine">Open and empty.</param>
/// <param name="removeFirst">Takes away what the engine can only remove itself, before it is closed.</param>
/// <param name="removeAfter">Takes away what the closed engine leaves behind.</param>
public sealed class TemporaryArchive(ISearchEngine engine, Func<Task>? removeFirst = null, Action? removeAfter = null) : IAsyncDisposable
{
    public ISearchEngine Engine => engine;

    public async ValueTask DisposeAsync()
    {
        if (removeFirst is not null)
        {
            await removeFirst();
        }

        await engine.DisposeAsync();
        removeAfter?.Invoke();
    }
}
