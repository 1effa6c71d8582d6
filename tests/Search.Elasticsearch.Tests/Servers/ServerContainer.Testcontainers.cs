using Testcontainers.Elasticsearch;

namespace Search.Elasticsearch.Tests.Servers;

/// <summary>Elasticsearch in a container of these tests' own, by Testcontainers. Its twin of the same name uses the docker command.</summary>
internal sealed class ServerContainer : IAsyncDisposable
{
    private readonly ElasticsearchContainer _container;

    private ServerContainer(ElasticsearchContainer container) => _container = container;

    /// <summary>Http without credentials, on loopback.</summary>
    public Uri Address => new UriBuilder(_container.GetConnectionString()) { Scheme = Uri.UriSchemeHttp, UserName = string.Empty, Password = string.Empty }.Uri;

    /// <summary>The container, or the reason why there is none.</summary>
    public static async Task<(ServerContainer? Container, string Reason)> TryStartAsync(string? password, CancellationToken cancellationToken)
    {
        try
        {
            var builder = new ElasticsearchBuilder(ServerImage.Name);
            foreach (var (name, value) in ServerImage.Environment(password))
            {
                builder = builder.WithEnvironment(name, value);
            }

            var container = builder.Build();
            await container.StartAsync(cancellationToken);
            return (new ServerContainer(container), string.Empty);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, $"no container could be started: {exception.Message}");
        }
    }

    public ValueTask DisposeAsync() => _container.DisposeAsync();
}
