using System.Text;

namespace Search.Importing.Tests;

/// <summary>A file that breaks off after its content, as on a drive that is pulled out.</summary>
internal sealed class BrokenStream(string content) : MemoryStream(Encoding.UTF8.GetBytes(content))
{
    public override int Read(byte[] buffer, int offset, int count) =>
        base.Read(buffer, offset, count) is var read and > 0 ? read : throw new IOException("The cable was pulled.");

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var bytes = new byte[buffer.Length];
        var read = Read(bytes, 0, bytes.Length);
        bytes.AsMemory(0, read).CopyTo(buffer);
        return ValueTask.FromResult(read);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));
}
