using Search.Core.Searching;

namespace Search.Service.Composition;

/// <summary>An archive that nobody else sees and that is gone after its use.</summary>
/// <param name="engine">Open and empty.</param>
/// <param name="remove">Takes away what the closed engine leaves behind.</param>
public sealed class TemporaryArchive(ISearchEngine engine, Action remove) : IAsyncDisposable
{
    public ISearchEngine Engine => engine;

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        remove();
    }
}
