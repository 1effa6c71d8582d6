namespace Search.Indexer.Hosting;

/// <summary>
/// A standard stream that is written to. A reader who has gone has seen enough (<c>| head</c>): what is written then goes nowhere, and
/// the command does its work to the end. Any other way in which it cannot be written is told as what it is.
/// </summary>
/// <param name="inner">Not closed.</param>
/// <param name="failure">What is thrown where it cannot be written; null where nothing is to be: messages that nobody can keep.</param>
internal sealed class OutputStream(Stream inner, Func<Exception, Exception>? failure) : Stream
{
    private const int BrokenPipe = 32; // EPIPE, which .NET gives as the result on Unix; its own console stream keeps it to itself
    private const int BrokenPipeOfWindows = unchecked((int)0x8007006D);
    private const int NoDataOfWindows = unchecked((int)0x800700E8);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            if (failure is not null && exception.HResult is not (BrokenPipe or BrokenPipeOfWindows or NoDataOfWindows))
            {
                throw failure(exception);
            }
        }
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
