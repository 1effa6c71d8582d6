using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Search.Web.Assets;

/// <summary>
/// The stylesheet and the script. They lie in the assembly, so that the host finds them whatever folder it is started
/// from, and their addresses bear a hash, so that browsers may keep them for good. What belongs to one page has a file of its
/// own; all are served as one, so that a page asks for two files however many there are.
/// </summary>
internal static partial class AssetEndpoints
{
    private const string Folder = "Search.Web.Assets.";

    private static readonly Asset[] s_assets =
    [
        Join("site.css", "text/css; charset=utf-8"),
        Join("site.js", "text/javascript; charset=utf-8"),
        new("icon.svg", "image/svg+xml", Read($"{Folder}icon.svg")),
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

    /// <summary>The file of this name, and after it all others of its kind by their names: they may build on it.</summary>
    private static Asset Join(string name, string type)
    {
        var others = typeof(AssetEndpoints).Assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal)
                && resource.EndsWith(Path.GetExtension(name), StringComparison.Ordinal)
                && resource != Folder + name)
            .Order(StringComparer.Ordinal);
        var text = string.Concat(others.Prepend(Folder + name).Select(resource => Encoding.UTF8.GetString(Read(resource))));
        return new Asset(name, type, Encoding.UTF8.GetBytes(WithoutComments(text)));
    }

    /// <summary>Comments that are whole lines, and indents, are an eighth of what would be sent.</summary>
    private static string WithoutComments(string text) => string.Join(
        '\n',
        StyleComment().Replace(text, string.Empty).Split('\n').Select(line => line.Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));

    [GeneratedRegex(@"^ */\*((?!\*/).)*\*/ *$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, 1_000)]
    private static partial Regex StyleComment();

    private static byte[] Read(string resource)
    {
        using var stream = typeof(AssetEndpoints).Assembly.GetManifestResourceStream(resource)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private sealed record Asset(string Name, string Type, byte[] Content)
    {
        public string Path { get; } = $"/assets/{Convert.ToHexStringLower(SHA256.HashData(Content))[..12]}/{Name}";
    }
}
