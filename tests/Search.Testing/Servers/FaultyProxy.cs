using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Search.Testing.Servers;

/// <summary>What may be wrong with the way to a server.</summary>
public enum ProxyFault
{
    None,

    /// <summary>Every connection is broken as soon as something comes by it: nobody is there.</summary>
    Down,

    /// <summary>The server has the request; the connection breaks before the answer.</summary>
    Reset,

    /// <summary>The connection ends in the middle of the answer.</summary>
    CutShort,

    /// <summary>The answer comes when the fault ends.</summary>
    Held,
}

/// <summary>A way to a real server, on loopback, that can go bad and mend; in front of it, if asked for, TLS.</summary>
public sealed class FaultyProxy : IAsyncDisposable
{
    private readonly Uri _target;
    private readonly SslServerAuthenticationOptions? _tls;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;
    private readonly Lock _lock = new();
    private ProxyFault _fault;
    private int _left;
    private TaskCompletionSource _mended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public FaultyProxy(Uri target, SslServerAuthenticationOptions? tls = null)
    {
        (_target, _tls) = (target, tls);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Url => $"{(_tls is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>From now on, until it is mended or has happened so many times.</summary>
    public void Break(ProxyFault fault, int times = int.MaxValue)
    {
        lock (_lock)
        {
            (_fault, _left) = (fault, times);
        }
    }

    public void Mend()
    {
        TaskCompletionSource held;
        lock (_lock)
        {
            _fault = ProxyFault.None;
            (held, _mended) = (_mended, new(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        held.SetResult();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        Mend();
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
                var client = await _listener.AcceptSocketAsync(_stop.Token);
                connections.Add(ServeAsync(client));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await server.ConnectAsync(_target.Host, _target.Port, _stop.Token);
            await using var near = await NearAsync(client);
            await using var far = new NetworkStream(server);
            await Task.WhenAny(
                PumpAsync(near, far, ProxyFault.Down), PumpAsync(far, near, ProxyFault.Reset, ProxyFault.CutShort, ProxyFault.Held));
        }
        catch (Exception exception) when (exception is IOException or SocketException or OperationCanceledException
            or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
        }
        finally
        {
            client.LingerState = new LingerOption(enable: true, seconds: 0);
            client.Dispose();
        }
    }

    private async Task<Stream> NearAsync(Socket client)
    {
        var plain = new NetworkStream(client);
        if (_tls is null)
        {
            return plain;
        }

        var secured = new SslStream(plain);
        await secured.AuthenticateAsServerAsync(_tls, _stop.Token);
        return secured;
    }

    private async Task PumpAsync(Stream from, Stream to, params ProxyFault[] faults)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int length;
            while ((length = await from.ReadAsync(buffer, _stop.Token)) > 0)
            {
                switch (Happens(faults))
                {
                    case ProxyFault.Down or ProxyFault.Reset:
                        return;
                    case ProxyFault.CutShort:
                        await to.WriteAsync(buffer.AsMemory(0, length - 10), _stop.Token);
                        return;
                    case ProxyFault.Held:
                        await _mended.Task.WaitAsync(_stop.Token);
                        break;
                }

                await to.WriteAsync(buffer.AsMemory(0, length), _stop.Token);
            }
        }
        catch (Exception exception)
            when (exception is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private ProxyFault Happens(ProxyFault[] faults)
    {
        lock (_lock)
        {
            if (!faults.Contains(_fault))
            {
                return ProxyFault.None;
            }

            var fault = _fault;
            _fault = --_left == 0 ? ProxyFault.None : fault;
            return fault;
        }
    }
}
