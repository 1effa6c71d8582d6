using System.Collections.Concurrent;
using System.Reflection;
using Search.Archive;
using Search.Archive.Searching;

namespace Search.Web.Tests.Hosting;

/// <summary>Writes down whatever it is asked, and answers with what a test says.</summary>
public class AskedEngine : DispatchProxy
{
    private Func<string, Task> _answer = _ => throw new EngineUnavailableException("away");

    /// <summary>The names of the calls, in their order.</summary>
    public ConcurrentQueue<string> Asked { get; } = [];

    /// <param name="answer">By the call's name; null for an engine that is away.</param>
    internal static (ISearchEngine Engine, AskedEngine Double) Create(Func<string, Task>? answer = null)
    {
        var engine = Create<ISearchEngine, AskedEngine>();
        var asked = (AskedEngine)(object)engine;
        asked._answer = answer ?? asked._answer;
        return (engine, asked);
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        switch (targetMethod!.Name)
        {
            case "get_Description":
                return "Asked";
            case nameof(ISearchEngine.ConnectAsync):
                return Task.CompletedTask; // the host starts
            case nameof(IAsyncDisposable.DisposeAsync):
                return ValueTask.CompletedTask;
            default:
                Asked.Enqueue(targetMethod.Name);
                return _answer(targetMethod.Name);
        }
    }
}
