using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;

namespace Search.Benchmarks.Elasticsearch;

/// <summary>One request as it was seen.</summary>
internal sealed record RecordedRequest(string Path, string ContentType, byte[] Body, long Began, long Ended);

/// <summary>A server on loopback that hands every request on and keeps it.</summary>
internal sealed class RequestRecorder : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly HttpClient _client;
    private readonly ConcurrentQueue<RecordedRequest> _recorded = new();
    private readonly Task _serving;

    public RequestRecorder(string server)
    {
        _client = new HttpClient { BaseAddress = new Uri(server) };
        Address = $"http://127.0.0.1:{FreePort()}/";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address { get; }

    /// <summary>What came since it was last asked, in stages: the requests of one were under way at the same time.</summary>
    public IReadOnlyList<IReadOnlyList<RecordedRequest>> Take()
    {
        var stages = new List<List<RecordedRequest>>();
        foreach (var request in _recorded.OrderBy(request => request.Began))
        {
            if (stages.Count == 0 || stages[^1].TrueForAll(earlier => earlier.Ended <= request.Began))
            {
                stages.Add([]);
            }

            stages[^1].Add(request);
        }

        _recorded.Clear();
        return stages;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
        _client.Dispose();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                _ = Task.Run(() => HandOnAsync(context));
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task HandOnAsync(HttpListenerContext context)
    {
        var began = Stopwatch.GetTimestamp();
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        var (path, type) = (context.Request.RawUrl![1..], context.Request.ContentType ?? "application/json");
        using var message = new HttpRequestMessage(new HttpMethod(context.Request.HttpMethod), path)
        {
            Content = new ByteArrayContent(body.ToArray()),
        };
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var answer = await _client.SendAsync(message);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        _recorded.Enqueue(new RecordedRequest(path, type, body.ToArray(), began, Stopwatch.GetTimestamp()));
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = "application/json";
        context.Response.Headers["X-Elastic-Product"] = "Elasticsearch"; // without it the client takes the server for another's
        context.Response.ContentLength64 = bytes.Length;
        await context.Response.OutputStream.WriteAsync(bytes);
        context.Response.Close();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
