namespace Search.Reading.Files;

/// <summary>
/// Counts the bytes that were read through it, so that progress is told in bytes of the file as it lies on disk. It ends every reader
/// on it when the token does, also those that hand no token on (XML, unpacking).
/// </summary>
internal sealed class CountingStream(Stream inner, CancellationToken ended) : Stream
{
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        ended.ThrowIfCancellationRequested();
        var read = inner.Read(buffer);
        Count += read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ended.ThrowIfCancellationRequested();
        var read = await inner.ReadAsync(buffer, cancellationToken.CanBeCanceled ? cancellationToken : ended);
        Count += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
