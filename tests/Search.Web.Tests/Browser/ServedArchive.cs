using Microsoft.Extensions.DependencyInjection;
using Search.Archive;
using Search.Core.Statements;
using Search.Elasticsearch;
using Search.Testing.Servers;
using Search.Web.Pages.Results;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Browser;

/// <summary>A host over a real socket, with its archive. What it made on a server is deleted at the end.</summary>
internal sealed class ServedArchive : IAsyncDisposable
{
    private readonly SearchHost _host;

    private ServedArchive(SearchHost host, Uri address) => (_host, Address) = (host, address);

    public Uri Address { get; }

    public static Task<ServedArchive> SmallAsync() => StartAsync(new SearchHost());

    public static Task<ServedArchive> StoryAsync() => StartAsync(new SearchHost { Batches = Story });

    public static Task<ServedArchive> StoryOnElasticsearchAsync() => StartAsync(new SearchHost(
        null,
        ("Search:Engine", "elasticsearch"),
        ("Search:Elasticsearch:Urls", ElasticsearchServer.RequireAsContract().OriginalString),
        ("Search:Elasticsearch:Index", $"test-{Guid.NewGuid():N}"))
    {
        Batches = Story,
    });

    public async ValueTask DisposeAsync()
    {
        if (_host.Services.GetRequiredService<ISearchEngine>() is ElasticsearchSearchEngine elasticsearch)
        {
            await elasticsearch.DropAsync(CancellationToken.None);
        }

        await _host.DisposeAsync();
    }

    private static IReadOnlyList<IReadOnlyList<Statement>> Story =>
        [[.. StoryStatements.First, .. HostileStatements.All], [.. StoryStatements.Later, .. HostileStatements.Later]];

    private static async Task<ServedArchive> StartAsync(SearchHost host)
    {
        var address = host.Serve();
        await host.InitializeAsync();

        // What is held by source stands on pages once it was counted; a slow machine's first page would be without.
        var status = await host.Services.GetRequiredService<ISearchEngine>().StatusAsync(Token);
        while (await host.Services.GetRequiredService<HoldingsOverview>().GetAsync(status.Generation, Token) is null)
        {
            Token.ThrowIfCancellationRequested();
        }

        return new ServedArchive(host, address);
    }
}
