using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Search.Testing.Servers;

/// <summary>
/// A server on loopback that answers as a sick Elasticsearch would, down to the bytes: a request at a time, the answers
/// in the order given, the last one for ever.
/// </summary>
public sealed class FaultyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Answer[] _answers;
    private readonly ConcurrentQueue<string> _heads = [];
    private readonly Task _serving;
    private int _requests;

    public FaultyServer(params Answer[] answers)
    {
        _answers = answers;
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Requests that arrived whole.</summary>
    public int Requests => _requests;

    /// <summary>Their first lines and headers.</summary>
    public IReadOnlyCollection<string> Heads => _heads;

    /// <summary>An address where nobody listens.</summary>
    public static string Nowhere
    {
        get
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptSocketAsync(_stop.Token);
                await using var stream = new NetworkStream(client);
                await ReadRequestAsync(stream);
                var answer = _answers[Math.Min(_requests++, _answers.Length - 1)];
                if (answer.Silent)
                {
                    await Task.Delay(Timeout.Infinite, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    return;
                }

                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer.Bytes), _stop.Token);
                if (answer.Reset)
                {
                    client.LingerState = new LingerOption(enable: true, seconds: 0);
                    client.Close();
                }
            }
        }
        catch (Exception exception)
            when (exception is OperationCanceledException or ObjectDisposedException or IOException or SocketException)
        {
        }
    }

    private async Task ReadRequestAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, _stop.Token);
            head.Append((char)one[0]);
        }

        _heads.Enqueue(head.ToString());
        var length = head.ToString().Split("\r\n")
            .FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        if (length is not null)
        {
            await stream.ReadExactlyAsync(new byte[int.Parse(length[15..])], _stop.Token);
        }
    }
}

/// <param name="Bytes">What is sent, if anything.</param>
/// <param name="Reset">Whether the connection is then broken instead of closed.</param>
/// <param name="Silent">Whether nothing is sent, ever.</param>
public sealed record Answer(string Bytes, bool Reset = false, bool Silent = false)
{
    /// <summary>What a search answers that finds nothing.</summary>
    public static Answer EmptyPage { get; } = Search(
        """
        {"took":1,"timed_out":false,"_shards":{"total":1,"successful":1,"skipped":0,"failed":0},
        "hits":{"total":{"value":0,"relation":"eq"},"hits":[]}}
        """);

    public static Answer Broken { get; } = new(string.Empty, Reset: true);

    public static Answer Never { get; } = new(string.Empty, Silent: true);

    public static Answer Ok(string body) => Of(200, body);

    /// <summary>The same for a search by itself and for one that was sent as the only one of several.</summary>
    public static Answer Search(string body) => Ok($"{body[..body.LastIndexOf('}')]},\"responses\":[{body}]}}");

    public static Answer Of(int status, string body, string headers = "") =>
        new($"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nX-Elastic-Product: Elasticsearch\r\nConnection: close\r\n"
            + $"{headers}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    /// <summary>The head promises more than comes.</summary>
    public static Answer CutShort { get; } = new(EmptyPage.Bytes[..^20]);

    /// <summary>A proxy cut the body and mended the head.</summary>
    public static Answer CutAndMended { get; } = Ok("""{"took":1,"timed_out":false,"hits":{"total":{"value":0""");
}
