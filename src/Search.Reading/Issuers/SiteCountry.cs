namespace Search.Reading.Issuers;

/// <summary>What a site's address tells of its country.</summary>
internal static class SiteCountry
{
    /// <summary>Endings of addresses that are a country's only in name.</summary>
    private static readonly HashSet<string> s_generic =
        new(StringComparer.Ordinal) { "EU", "IO", "TV", "ME", "CO", "AI", "FM", "CC", "LY", "SU", "AC", "TO", "WS" };

    /// <summary>ISO 3166 alpha-2 from the host's last part; US for .gov and .mil; null for the rest.</summary>
    public static string? FromAddress(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var parts = uri.IdnHost.ToUpperInvariant().Split('.');
        var last = parts[^1];
        return last switch
        {
            "GOV" or "MIL" => "US",
            "UK" => "GB",
            "XN--P1AI" => "RU",
            "XN--90AIS" => "BY",
            { Length: 2 } when char.IsAsciiLetter(last[0])
                && (!s_generic.Contains(last) || parts is [.., "GOV" or "GOB" or "GOUV", _]) => last,
            _ => null,
        };
    }
}
