using Search.Testing.Engines;

namespace Search.Web.Tests.Hosting;

/// <summary>Answers every question with an exception.</summary>
internal sealed class FailingEngine(Exception exception) : WrappedEngine(() => throw exception)
{
    public override string Description => "Fails";

    /// <summary>The host starts: it is each question that fails.</summary>
    public override Task ConnectAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
