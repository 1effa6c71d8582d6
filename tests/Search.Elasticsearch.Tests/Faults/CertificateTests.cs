using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Search.Archive.Searching;
using Search.Elasticsearch.Configuration;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing;
using Search.Testing.Servers;

namespace Search.Elasticsearch.Tests.Faults;

/// <summary>A real server with security on, behind TLS with a certificate that an authority of the test's own has signed.</summary>
public sealed class CertificateTests(SecuredServer server) : IAsyncLifetime
{
    /// <summary>Read once: what an authority signs a second later must not outlive it.</summary>
    private static readonly DateTimeOffset s_now = TimeProvider.System.GetUtcNow();

    private readonly TemporaryFolder _folder = new();
    private X509Certificate2 _authority = null!;
    private X509Certificate2 _certificate = null!;
    private FaultyProxy _proxy = null!;
    private ElasticsearchOptions _options = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var address = await server.RequireAsync();
        _authority = Authority("Harbour Authority");
        _certificate = Signed(_authority);
        _proxy = new FaultyProxy(address, new SslServerAuthenticationOptions
        {
            ServerCertificateContext = SslStreamCertificateContext.Create(_certificate, [_authority], offline: true),
        });
        var user = address.UserInfo.Split(':');
        _options = new ElasticsearchOptions
        {
            Urls = [_proxy.Url],
            Index = $"test-{Guid.NewGuid():N}",
            Username = user[0],
            Password = user[1],
            Retries = 0,
        };
    }

    public async ValueTask DisposeAsync()
    {
        if (_proxy is not null)
        {
            await using (var engine = new ElasticsearchSearchEngine(Trusting(_authority)))
            {
                await engine.DropAsync(CancellationToken.None);
            }

            await _proxy.DisposeAsync();
            _certificate.Dispose();
            _authority.Dispose();
        }

        _folder.Dispose();
    }

    [Fact]
    public Task Authority_InAFile_IsTrusted() => ServesAsync(Trusting(_authority));

    /// <summary>Of a certificate that is its own authority: a server of .NET leaves any other authority out of what it sends.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fingerprint_OfTheAuthority_IsTrusted(bool colons)
    {
        using var own = Authority("127.0.0.1");
        await using var proxy = new FaultyProxy(
            await server.RequireAsync(), new SslServerAuthenticationOptions { ServerCertificate = own });
        var fingerprint = Convert.ToHexString(SHA256.HashData(own.RawData));
        await ServesAsync(_options with
        {
            Urls = [proxy.Url],
            CertificateFingerprint = colons
                ? string.Join(':', fingerprint.Chunk(2).Select(pair => new string(pair))) : fingerprint.ToLowerInvariant(),
        });
    }

    [Fact]
    public Task Nothing_OfItsOwn_IsNotTrusted() => IsRefusedAsync(_options);

    [Fact]
    public async Task Authority_Another_IsNotTrusted()
    {
        using var another = Authority("Harbour Authority");
        await IsRefusedAsync(Trusting(another));
    }

    [Fact]
    public Task Fingerprint_Another_IsNotTrusted() => IsRefusedAsync(_options with { CertificateFingerprint = new string('0', 64) });

    private static async Task ServesAsync(ElasticsearchOptions options)
    {
        await using var engine = new ElasticsearchSearchEngine(options);
        await engine.ConnectAsync(Cancellation);

        Assert.Equal(0, (await engine.SearchAsync(new SearchRequest { Query = Match.Everything }, Cancellation)).Total);
    }

    private static async Task IsRefusedAsync(ElasticsearchOptions options)
    {
        await using var engine = new ElasticsearchSearchEngine(options);
        var exception = await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.ConnectAsync(Cancellation));

        Assert.Contains("certificate", exception.Message, StringComparison.Ordinal);
    }

    private ElasticsearchOptions Trusting(X509Certificate2 authority)
    {
        var path = _folder.File($"{Guid.NewGuid():N}.pem");
        File.WriteAllText(path, authority.ExportCertificatePem());
        return _options with { CertificatePath = path };
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(
            new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request.CreateSelfSigned(s_now.AddDays(-1), s_now.AddDays(1));
    }

    private static X509Certificate2 Signed(X509Certificate2 authority)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=node", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, s_now.AddDays(-1), s_now.AddDays(1), [1]);
        return certificate.CopyWithPrivateKey(key);
    }
}
