using System.Diagnostics;
using Search.Indexer.Hosting;

namespace Search.Indexer.Tests;

/// <summary>What becomes of a command whose answer or messages cannot be written.</summary>
public sealed class OutputStreamTests : IDisposable
{
    private readonly CommandLine _search = new();

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public void Dispose() => _search.Dispose();

    [Theory]
    [InlineData(32)] // EPIPE
    [InlineData(unchecked((int)0x8007006D))] // ERROR_BROKEN_PIPE
    [InlineData(unchecked((int)0x800700E8))] // ERROR_NO_DATA
    public async Task Read_ReaderThatHasGone_EndsWellWithoutAWord(int result)
    {
        var (exitCode, error) = await ReadAsync(new IOException("told", result));

        Assert.Equal(ExitCode.Success, exitCode);
        Assert.Empty(error);
    }

    [Fact]
    public async Task Read_OutputThatCannotBeWritten_EndsWith74AndOneSentence()
    {
        Assert.All(
            [
                await ReadAsync(new IOException("told", 28)),
                await ReadAsync(new UnauthorizedAccessException("refused", new IOException("told"))),
            ],
            end => Assert.Equal(
                (ExitCode.AnswerLost, "search: The answer cannot be written to standard output (told).\n"), (end.ExitCode, end.Error)));
    }

    [Fact]
    public void Write_MessagesThatCannotBeWritten_AreLetGo()
    {
        using var messages = CommandEnvironment.Utf8(new OutputStream(new FailingStream(new IOException("told", 28)), failure: null));

        messages.WriteLine("Archive: somewhere");
    }

    /// <summary>The real thing: more than a pipe holds, to a reader who takes one letter.</summary>
    [Fact]
    public async Task Read_IntoHead_EndsWith0AndNoStackTrace()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no sh.");
        var file = _search.Write("many.jsonl", Lines.Many(1_000));
        using var shell = Process.Start(new ProcessStartInfo(
            "sh", ["-c", "{ dotnet \"$0\" read \"$1\" --json; echo \"ended with $?\" >&2; } | head -c 1", ProgramPath, file])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = shell.StandardError.ReadToEndAsync(CancellationToken);

        Assert.Equal("{", await shell.StandardOutput.ReadToEndAsync(CancellationToken));

        await shell.WaitForExitAsync(CancellationToken);
        Assert.Equal("ended with 0\n", await error);
    }

    private static string ProgramPath => Path.Combine(AppContext.BaseDirectory, "search.dll");

    private async Task<(int ExitCode, string Error)> ReadAsync(Exception failure)
    {
        using var error = new StringWriter { NewLine = "\n" };
        await using var environment = new CommandEnvironment
        {
            Input = Stream.Null,
            Output = CommandEnvironment.Utf8(
                new OutputStream(new FailingStream(failure), exception => new AnswerLostException(exception))),
            Error = error,
        };
        var file = _search.Write("a.jsonl", Lines.Many(2));
        return (await SearchCommand.InvokeAsync(["read", file, "--json"], environment, CancellationToken), error.ToString());
    }

    private sealed class FailingStream(Exception failure) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw failure;
    }
}
