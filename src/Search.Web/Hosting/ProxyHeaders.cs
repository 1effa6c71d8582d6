using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Search.Service.Composition;

namespace Search.Web.Hosting;

/// <summary>
/// Who asks, behind proxies: the headers <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> count when a configured proxy sent
/// them, and are text that anybody may write otherwise.
/// </summary>
internal static class ProxyHeaders
{
    public static void Configure(ForwardedHeadersOptions headers, IOptions<SearchOptions> search)
    {
        headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;

        // As many proxies in a row as are configured; the first that is none of them is the reader.
        headers.ForwardLimit = null;
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var network in search.Value.ProxyNetworks())
        {
            headers.KnownIPNetworks.Add(network);
        }
    }

    /// <summary>With none configured the framework would believe everybody: then the headers are not read at all.</summary>
    public static void UseProxyHeaders(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetRequiredService<IOptions<SearchOptions>>().Value.ProxyNetworks().Count > 0)
        {
            app.UseForwardedHeaders();
        }
    }
}
