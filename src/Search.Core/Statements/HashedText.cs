using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Search.Core.Statements;

/// <summary>Values in a row as UTF-8, to be hashed. Its memory is borrowed: a statement's text is long, and each is hashed.</summary>
internal sealed class HashedText : IDisposable
{
    private const int LengthDigits = 12;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(16 << 10);
    private int _length;

    /// <summary>The length in front keeps neighbouring values apart; a missing value is not an empty one.</summary>
    public void Append(string? value)
    {
        if (value is null)
        {
            Append(default, -1);
        }
        else
        {
            Append(value, value.Length);
        }
    }

    public void Append(ReadOnlySpan<char> value) => Append(value, value.Length);

    /// <summary>The SHA-256 hash of everything appended since the last.</summary>
    public byte[] Hash()
    {
        var hash = SHA256.HashData(_bytes.AsSpan(0, _length));
        _length = 0;
        return hash;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);

    private void Append(ReadOnlySpan<char> value, int length)
    {
        Reserve(LengthDigits + Encoding.UTF8.GetMaxByteCount(value.Length));
        Utf8Formatter.TryFormat(length, _bytes.AsSpan(_length), out var digits);
        _length += digits;
        _bytes[_length++] = (byte)':';
        _length += Encoding.UTF8.GetBytes(value, _bytes.AsSpan(_length));
        _bytes[_length++] = (byte)'\n';
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_length + Math.Max(count, _bytes.Length));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }
}
