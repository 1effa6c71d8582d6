using Search.Web.Api;

namespace Search.Web.Pages.Layout;

/// <summary>
/// What pages read from an address. Newsletters and social sites add names of their own to links, which search for nothing.
/// </summary>
internal static class PageRequests
{
    private static readonly string[] s_trackers =
    [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "twclid", "yclid", "igshid", "mkt_tok", "_hsenc", "_hsmi", "ref_src",
    ];

    private static readonly string[] s_trackerFamilies = ["utm_", "mc_", "pk_", "mtm_", "vero_", "oly_"];

    /// <summary>Names and values in the order of the URL, without those that only tell where a reader came from.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> PageParameters(this HttpRequest request) =>
        request.Parameters().Where(pair => !IsTracker(pair.Key));

    private static bool IsTracker(string name) => s_trackers.Contains(name, StringComparer.OrdinalIgnoreCase)
        || s_trackerFamilies.Any(family => name.StartsWith(family, StringComparison.OrdinalIgnoreCase));
}
