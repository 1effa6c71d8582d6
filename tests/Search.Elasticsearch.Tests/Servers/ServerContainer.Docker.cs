namespace Search.Elasticsearch.Tests.Servers;

internal sealed class ServerContainer : IAsyncDisposable
{
    public Uri Address { get; } = new("http://127.0.0.1:9200");

    public static Task<(ServerContainer? Container, string Reason)> TryStartAsync(CancellationToken cancellationToken) =>
        Task.FromResult<(ServerContainer?, string)>((null, "no container either."));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
