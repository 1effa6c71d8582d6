using System.Net;

namespace Search.Web.Tests.Hosting;

/// <summary>What an answer weighs on its way to a browser.</summary>
internal static class OnTheWire
{
    /// <summary>In Brotli, which it must come in.</summary>
    public static async Task<(HttpStatusCode Status, int Bytes)> BrotliAsync(HttpClient client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path)
        {
            Headers = { AcceptEncoding = { new("br") }, Accept = { new("text/html") } },
        };
        using var response = await client.SendAsync(request, Token);

        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        return (response.StatusCode, (await response.Content.ReadAsByteArrayAsync(Token)).Length);
    }
}
