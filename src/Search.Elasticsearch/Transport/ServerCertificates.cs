using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Search.Elasticsearch.Configuration;

namespace Search.Elasticsearch.Transport;

/// <summary>Which certificates of nodes are trusted when an authority of one's own has signed them.</summary>
internal static class ServerCertificates
{
    /// <summary>Null: those that the machine trusts.</summary>
    public static RemoteCertificateValidationCallback? Validator(ElasticsearchOptions options)
    {
        if (options.CertificateFingerprint is { } fingerprint)
        {
            var expected = Convert.FromHexString(fingerprint.Replace(":", string.Empty, StringComparison.Ordinal));
            return (_, certificate, chain, _) => IsSignedBy(WithFingerprint(certificate, chain, expected), certificate, chain);
        }

        if (options.CertificatePath is not { } path)
        {
            return null;
        }

        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(path);
        return (_, certificate, chain, errors) =>
            (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None && IsSignedBy(authorities, certificate, chain);
    }

    /// <summary>That a certificate was sent along proves nothing: the server's own must be signed by it.</summary>
    private static X509Certificate2Collection WithFingerprint(X509Certificate? certificate, X509Chain? chain, byte[] expected)
    {
        var sent = (chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>()).Select(element => element.Certificate.RawData)
            .Concat(chain?.ChainPolicy.ExtraStore.Select(extra => extra.RawData) ?? [])
            .Append(certificate?.GetRawCertData() ?? []);
        return [.. sent.Where(data => CryptographicOperations.FixedTimeEquals(SHA256.HashData(data), expected))
            .Take(1)
            .Select(X509CertificateLoader.LoadCertificate)];
    }

    private static bool IsSignedBy(X509Certificate2Collection authorities, X509Certificate? certificate, X509Chain? sent)
    {
        if (certificate is null || authorities.Count == 0)
        {
            return false;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        foreach (var element in sent?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        using var server = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(server);
    }
}
