using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Search.Testing.Servers;

/// <summary>What becomes of one request.</summary>
public enum RequestFate
{
    Passed,

    /// <summary>The connection breaks before the server has the request.</summary>
    NotCarriedOut,

    /// <summary>The server has carried it out; the connection breaks before the answer.</summary>
    AnswerLost,
}

/// <summary>One request on its way through a <see cref="RequestProxy"/>.</summary>
/// <param name="Number">From 1, in the order of arrival.</param>
/// <param name="Line">Method and path, without the version.</param>
/// <param name="Forward">Sends it to the server and returns the whole answer; may be called late, or twice.</param>
public sealed record ProxiedRequest(int Number, string Line, Func<Task<byte[]>> Forward);

/// <summary>
/// A way to a real server, on loopback, that decides request by request what becomes of each. Every request has a
/// connection of its own, so that no client sends one again by itself that it believes to have met a stale connection.
/// </summary>
public sealed class RequestProxy : IAsyncDisposable
{
    private static readonly byte[] s_headEnd = "\r\n\r\n"u8.ToArray();

    private readonly Uri _target;
    private readonly Func<ProxiedRequest, Task<RequestFate>> _decide;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private int _requests;

    public RequestProxy(Uri target, Func<ProxiedRequest, Task<RequestFate>> decide)
    {
        (_target, _decide) = (target, decide);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Requests that arrived whole.</summary>
    public int Requests => _requests;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket client)
    {
        client.LingerState = new LingerOption(enable: true, seconds: 0); // closed without an answer, it is broken
        try
        {
            await using var stream = new NetworkStream(client, ownsSocket: true);
            var bytes = await ReadRequestAsync(stream);
            var line = Encoding.ASCII.GetString(bytes, 0, Array.IndexOf(bytes, (byte)'\r'));
            var request = new ProxiedRequest(
                Interlocked.Increment(ref _requests), line[..line.LastIndexOf(' ')], () => ForwardAsync(bytes));
            switch (await _decide(request))
            {
                case RequestFate.AnswerLost:
                    await request.Forward();
                    break;
                case RequestFate.Passed:
                    await stream.WriteAsync(Closing(await request.Forward()), _stop.Token);
                    client.LingerState = new LingerOption(enable: false, seconds: 0);
                    break;
            }
        }
        catch (Exception exception)
            when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private async Task<byte[]> ForwardAsync(byte[] request)
    {
        using var server = new TcpClient();
        await server.ConnectAsync(_target.Host, _target.Port, _stop.Token);
        await using var stream = server.GetStream();
        await stream.WriteAsync(Closing(request), _stop.Token);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, _stop.Token);
        return answer.ToArray();
    }

    /// <summary>The same message, saying that its connection ends with it.</summary>
    private static byte[] Closing(byte[] message)
    {
        var head = message.AsSpan().IndexOf("\r\n"u8) + 2;
        return [.. message.AsSpan(0, head), .. "Connection: close\r\n"u8, .. message.AsSpan(head)];
    }

    private async Task<byte[]> ReadRequestAsync(NetworkStream stream)
    {
        using var request = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var length = await stream.ReadAsync(buffer, _stop.Token);
            if (length == 0)
            {
                throw new IOException("The connection ended before a request was whole.");
            }

            request.Write(buffer, 0, length);
            var end = request.GetBuffer().AsSpan(0, (int)request.Length).IndexOf(s_headEnd);
            if (end >= 0 && request.Length >= end + s_headEnd.Length + ContentLength(Encoding.ASCII.GetString(request.GetBuffer(), 0, end)))
            {
                return request.ToArray();
            }
        }
    }

    private static int ContentLength(string head)
    {
        const string name = "Content-Length:";
        var line = head.Split("\r\n").FirstOrDefault(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return line is null ? 0 : int.Parse(line.AsSpan(name.Length));
    }
}
