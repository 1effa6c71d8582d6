using System.Security.Cryptography;

namespace Search.Core.Statements;

/// <summary>
/// The hash by which two archives are compared, whatever engine holds them: SHA-256 over the content hashes of all
/// statements (<see cref="StatementHash.OfContent"/>) in the ordinal order of their ids.
/// </summary>
public sealed class ArchiveHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Takes the next statement's content hash; the caller goes by ids.</summary>
    public void Append(ReadOnlySpan<byte> contentHash) => _hash.AppendData(contentHash);

    /// <summary>The hash of everything appended, in lower-case hexadecimal.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();

    /// <summary>The hash of an archive that holds these statements, in any order.</summary>
    public static string Of(IEnumerable<Statement> statements)
    {
        using var hash = new ArchiveHash();
        foreach (var statement in statements.OrderBy(statement => statement.Id.Value, StringComparer.Ordinal))
        {
            hash.Append(StatementHash.OfContent(statement));
        }

        return hash.Finish();
    }
}
