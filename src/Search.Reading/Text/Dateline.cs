namespace Search.Reading.Text;

/// <summary>Place, day and agency in front of a lead: Pyongyang, November 11 (KCNA) -- …</summary>
internal static class Dateline
{
    private const int Longest = 90;
    private static readonly string[] s_dashes = ["--", "—", "–", " - "];

    /// <summary>Where the lead itself begins; 0 when there is no dateline.</summary>
    public static int End(string lead)
    {
        var head = lead.AsSpan(0, Math.Min(lead.Length, Longest));
        foreach (var dash in s_dashes)
        {
            var at = head.IndexOf(dash, StringComparison.Ordinal);
            if (at > 0 && IsDateline(head[..at]))
            {
                return at + dash.Length;
            }
        }

        return 0;
    }

    /// <summary>The agency in brackets: (KCNA).</summary>
    public static string? AgencyOf(string lead)
    {
        var dateline = lead.AsSpan(0, End(lead));
        var open = dateline.IndexOf('(');
        var close = dateline.IndexOf(')');
        return open >= 0 && close > open + 1 && dateline[(open + 1)..close].IndexOfAnyExceptInRange('A', 'Z') < 0
            ? dateline[(open + 1)..close].ToString()
            : null;
    }

    private static bool IsDateline(ReadOnlySpan<char> text) =>
        (text.ContainsAnyInRange('0', '9') || text.Contains('(') || text.Contains('/')) && Prose.Words(text) <= 10 && !text.Contains('"');
}
