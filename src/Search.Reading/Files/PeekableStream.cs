namespace Search.Reading.Files;

/// <summary>A stream whose first bytes were read ahead, to tell what it is, and are read again.</summary>
internal sealed class PeekableStream : Stream
{
    private readonly Stream _inner;
    private readonly byte[] _start;
    private int _given;

    private PeekableStream(Stream inner, byte[] start) => (_inner, _start) = (inner, start);

    /// <summary>The first bytes, at most <see cref="FileSniffer.Length"/>.</summary>
    public ReadOnlySpan<byte> Start => _start;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static async Task<PeekableStream> OpenAsync(Stream inner, CancellationToken cancellationToken)
    {
        var start = new byte[FileSniffer.Length];
        var read = await inner.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        return new PeekableStream(inner, start[..read]);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => _given < _start.Length ? Again(buffer) : _inner.Read(buffer);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _given < _start.Length ? new ValueTask<int>(Again(buffer.Span)) : _inner.ReadAsync(buffer, cancellationToken);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Again(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _start.Length - _given);
        _start.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }
}
