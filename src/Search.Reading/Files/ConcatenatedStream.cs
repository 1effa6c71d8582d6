namespace Search.Reading.Files;

/// <summary>What was read ahead of a stream, and the rest of it.</summary>
internal sealed class ConcatenatedStream(Stream first, Stream second) : Stream
{
    private bool _isSecond;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = _isSecond ? 0 : first.Read(buffer);
        _isSecond |= read == 0 && buffer.Length > 0;
        return _isSecond ? second.Read(buffer) : read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = _isSecond ? 0 : await first.ReadAsync(buffer, cancellationToken);
        _isSecond |= read == 0 && buffer.Length > 0;
        return _isSecond ? await second.ReadAsync(buffer, cancellationToken) : read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
