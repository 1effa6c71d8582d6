using Search.Reading.Text;

namespace Search.Reading.Issuers;

/// <summary>Small words between a body's name and its country's, from particles.txt.</summary>
internal static class NameParticles
{
    private static readonly HashSet<string> s_words =
        [.. EmbeddedTable.Rows("Issuers.particles.txt").SelectMany(row => row.Split(' ').Skip(1))];

    public static bool Contains(ReadOnlySpan<char> word) => s_words.Contains(word.ToString());

    /// <summary>A name without those at its end.</summary>
    public static string TrimEnd(string name)
    {
        var trimmed = name.AsSpan().TrimEnd();
        for (var blank = trimmed.LastIndexOf(' '); blank > 0 && Contains(trimmed[(blank + 1)..]); blank = trimmed.LastIndexOf(' '))
        {
            trimmed = trimmed[..blank].TrimEnd();
        }

        return trimmed.ToString();
    }
}
