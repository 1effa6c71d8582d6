using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using Search.Indexer.Hosting;
using Search.Testing;

namespace Search.Indexer.Tests;

/// <summary>The command in a process of its own, for what a test cannot do within its own: be killed, or told to end.</summary>
internal sealed class SearchProcess : IDisposable
{
    private readonly Process _process;
    private readonly Channel<string> _errorLines = Channel.CreateUnbounded<string>();
    private readonly StringBuilder _error = new();
    private readonly Task<string> _output;
    private readonly Task _errors;

    private SearchProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = ReadErrorsAsync();
    }

    public bool HasExited => _process.HasExited;

    /// <summary>With the usual patience where times are asked, and elsewhere with what the busiest machine needs.</summary>
    public static SearchProcess Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "search.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Interruption.PatienceVariable] = MachineTimes.AreAsked ? null : "300";
        return new SearchProcess(Process.Start(start)!);
    }

    /// <summary>Until a line with this text is on standard error.</summary>
    public async Task UntilErrorAsync(string text, CancellationToken cancellationToken)
    {
        await foreach (var line in _errorLines.Reader.ReadAllAsync(cancellationToken))
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"It ended without \"{text}\": {_error}");
    }

    /// <summary>Until a file has so many bytes: a process's own sign of life where it says nothing.</summary>
    public async Task UntilFileAsync(string path, long length, CancellationToken cancellationToken)
    {
        using var written = new FileSystemWatcher(Path.GetDirectoryName(path)!, Path.GetFileName(path))
        {
            NotifyFilter = NotifyFilters.Size,
            EnableRaisingEvents = true,
        };
        while (!HasExited && !(File.Exists(path) && new FileInfo(path).Length > length))
        {
            await Task.Run(() => written.WaitForChanged(WatcherChangeTypes.Changed | WatcherChangeTypes.Created, 100), cancellationToken);
        }

        Assert.False(HasExited, $"It ended before {path} had grown: {_error}");
    }

    public void Kill() => _process.Kill(entireProcessTree: true);

    /// <summary>Sends the signal that asks a process to end, and tells how long it took.</summary>
    public async Task<TimeSpan> TerminateAsync(CancellationToken cancellationToken)
    {
        Assert.False(HasExited, $"It ended before it could be told to: {_error}");
        var started = Stopwatch.GetTimestamp();
        using var kill = Process.Start("sh", ["-c", $"kill -TERM {_process.Id}"]);
        await _process.WaitForExitAsync(cancellationToken);
        return Stopwatch.GetElapsedTime(started);
    }

    /// <summary>Until it has ended by itself.</summary>
    public async Task<CommandResult> EndAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        await _errors;
        return new CommandResult(_process.ExitCode, await _output, _error.ToString());
    }

    public void Dispose()
    {
        if (!HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            _error.AppendLine(line);
            _errorLines.Writer.TryWrite(line);
        }

        _errorLines.Writer.Complete();
    }
}
