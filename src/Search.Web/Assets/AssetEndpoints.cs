using System.Security.Cryptography;

namespace Search.Web.Assets;

/// <summary>
/// The stylesheet and the script. They lie in the assembly, so that the host finds them whatever folder it is started
/// from, and their addresses bear a hash, so that browsers may keep them for good.
/// </summary>
internal static class AssetEndpoints
{
    private static readonly Asset[] s_assets =
    [
        Load("site.css", "text/css; charset=utf-8"),
        Load("site.js", "text/javascript; charset=utf-8"),
        Load("icon.svg", "image/svg+xml"),
    ];

    public static string PathOf(string name) => Array.Find(s_assets, asset => asset.Name == name)!.Path;

    public static void MapAssetEndpoints(this IEndpointRouteBuilder routes)
    {
        foreach (var asset in s_assets)
        {
            routes.MapGet(asset.Path, (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return TypedResults.Bytes(asset.Content, asset.Type);
            }).ExcludeFromDescription().DisableRateLimiting();
        }
    }

    private static Asset Load(string name, string type)
    {
        using var stream = typeof(AssetEndpoints).Assembly.GetManifestResourceStream($"Search.Web.Assets.{name}")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        var bytes = content.ToArray();
        return new Asset(name, $"/assets/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..12]}/{name}", type, bytes);
    }

    private sealed record Asset(string Name, string Path, string Type, byte[] Content);
}
