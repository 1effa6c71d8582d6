using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Search.Archive.Searching;
using Search.Elasticsearch.Configuration;
using Search.Testing;
using Search.Testing.Servers;

namespace Search.Elasticsearch.Tests.Transport;

/// <summary>Calls one after the other go by one connection, whatever time each of them has left.</summary>
public sealed class ConnectionTests
{
    private const string EmptyPage =
        """
        {"responses":[{"took":1,"timed_out":false,"_shards":{"total":1,"successful":1,"skipped":0,"failed":0},
        "hits":{"total":{"value":0,"relation":"eq"},"hits":[]},"status":200}]}
        """;

    [Fact]
    public async Task Search_EachWithAnotherBudget_OpensOneConnection()
    {
        var callers = new ConcurrentDictionary<IPEndPoint, bool>();
        using var listener = Listen(out var url);
        var serving = ServeAsync(listener, callers);
        await using (var engine = new ElasticsearchSearchEngine(new ElasticsearchOptions { Urls = [url] }))
        {
            for (var call = 0; call < 20; call++)
            {
                await engine.SearchAsync(Request(TimeSpan.FromMilliseconds(4_980 + call)), TestContext.Current.CancellationToken);
            }
        }

        listener.Stop();
        await serving;
        Assert.Single(callers);
    }

    private static SearchRequest Request(TimeSpan budget) =>
        new() { Query = Match.Everything, Sort = SortOrder.Newest, Budget = budget };

    private static HttpListener Listen(out string url)
    {
        url = FaultyServer.Nowhere;
        var listener = new HttpListener { Prefixes = { $"{url}/" } };
        listener.Start();
        return listener;
    }

    private static async Task ServeAsync(HttpListener listener, ConcurrentDictionary<IPEndPoint, bool> callers)
    {
        try
        {
            while (true)
            {
                var context = await listener.GetContextAsync();
                callers.TryAdd(context.Request.RemoteEndPoint, true);
                await context.Request.InputStream.CopyToAsync(Stream.Null);
                context.Response.ContentType = "application/json";
                context.Response.Headers["X-Elastic-Product"] = "Elasticsearch";
                context.Response.Close(Encoding.UTF8.GetBytes(EmptyPage), willBlock: false);
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
        }
    }
}
