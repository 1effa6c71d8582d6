using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Search.Core.Statements;

/// <summary>
/// Sixteen characters of lower-case Crockford base32: the first 80 bits of a SHA-256 over the statement's identity.
/// With a million statements the chance that any two collide is below 10⁻¹².
/// </summary>
public readonly record struct StatementId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 16;
    private static readonly SearchValues<char> s_alphabet = SearchValues.Create(Alphabet);

    private StatementId(string value) => Value = value;

    public string Value { get; }

    public override string ToString() => Value;

    /// <summary>
    /// The identity is source and the record's own id where it has one; else source, address and folded title (an address
    /// alone is not enough: some sources put a day's statements on one page); else source, date and folded title.
    /// </summary>
    public static StatementId Create(string source, string? sourceId, string? sourceUrl, IssueDate? issued, string title)
    {
        string[] identity = sourceId is { Length: > 0 } ? ["id", source, sourceId]
            : sourceUrl is { Length: > 0 } ? ["url", source, sourceUrl, FoldTitle(title)]
            : ["date", source, issued?.ToString() ?? string.Empty, FoldTitle(title)];
        return FromHash(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', identity))));
    }

    /// <summary>Reads an identifier as printed; anything else than sixteen letters and digits of the alphabet is refused.</summary>
    public static bool TryParse(string? text, out StatementId id)
    {
        id = default;
        if (text is not { Length: Length })
        {
            return false;
        }

        var lower = text.ToLowerInvariant();
        if (lower.AsSpan().ContainsAnyExcept(s_alphabet))
        {
            return false;
        }

        id = new StatementId(lower);
        return true;
    }

    private static StatementId FromHash(ReadOnlySpan<byte> hash)
    {
        Span<char> characters = stackalloc char[Length];
        var bits = new UInt128(BinaryPrimitives.ReadUInt64BigEndian(hash), BinaryPrimitives.ReadUInt64BigEndian(hash[8..]));
        for (var index = 0; index < Length; index++)
        {
            characters[index] = Alphabet[(int)(bits >> (128 - (5 * (index + 1)))) & 31];
        }

        return new StatementId(new string(characters));
    }

    /// <summary>Letters and digits only, lower-case: a title's punctuation and spacing differ between captures of one page.</summary>
    private static string FoldTitle(string title) =>
        string.Concat(title.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
