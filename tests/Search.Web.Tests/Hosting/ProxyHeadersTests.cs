using System.Net;
using Search.Web.Hosting;

namespace Search.Web.Tests.Hosting;

/// <summary>Whose requests are counted together. Over a real socket: the framework's in-memory server has no addresses.</summary>
public sealed class ProxyHeadersTests
{
    /// <summary>Far more than a bucket of two gains back meanwhile.</summary>
    private const int Requests = 60;

    [Theory]
    [InlineData("127.0.0.1", "203.0.113.1", true, "one reader behind the proxy")]
    [InlineData("127.0.0.0/8", "203.0.113.#", false, "readers behind the proxy have a limit each")]
    [InlineData("127.0.0.1", "198.51.100.#, 203.0.113.1", true, "what the reader wrote before the proxy did is not believed")]
    [InlineData("127.0.0.1, 203.0.113.0/24", "198.51.100.#, 203.0.113.1", false, "two proxies in a row")]
    [InlineData("127.0.0.1", "2001:db8:0:1::#", true, "an IPv6 customer")]
    [InlineData("127.0.0.1", "2001:db8:0:#::1", false, "IPv6 customers have a limit each")]
    [InlineData("", "203.0.113.#", true, "without a configured proxy nobody is believed")]
    [InlineData("10.0.0.0/8, 192.0.2.7", "203.0.113.#", true, "another proxy is configured")]
    public async Task ForwardedFor_ManyRequests_AreCountedByWhoIsBelievedToAsk(string proxies, string header, bool refused, string reason)
    {
        await using var host = new SearchHost(
            null,
            ("Search:Proxies", proxies),
            ("Search:RateLimit:Enabled", "true"),
            ("Search:RateLimit:Burst", "2"),
            ("Search:RateLimit:PerSecond", "1"));
        using var client = new HttpClient { BaseAddress = host.Serve() };

        Assert.True(refused == await IsRefusedAsync(client, header), reason);
    }

    [Theory]
    [InlineData("203.0.113.9", "203.0.113.9")]
    [InlineData("::ffff:203.0.113.9", "203.0.113.9")]
    [InlineData("2001:db8:0:1::1", "20010db800000001")]
    [InlineData("2001:db8:0:1:ffff::2", "20010db800000001")]
    [InlineData(null, "unknown")]
    public void AddressOf_Address_IsThatOfACustomer(string? address, string expected) =>
        Assert.Equal(expected, AddressLimits.AddressOf(address is null ? null : IPAddress.Parse(address)));

    /// <param name="header">With # for the request's number.</param>
    private static async Task<bool> IsRefusedAsync(HttpClient client, string header)
    {
        for (var number = 1; number <= Requests; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/problems/not-found");
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", header.Replace("#", $"{number}", StringComparison.Ordinal));
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                return true;
            }
        }

        return false;
    }
}
