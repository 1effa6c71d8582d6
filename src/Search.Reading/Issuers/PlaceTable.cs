using Search.Core.Countries;
using Search.Reading.Text;

namespace Search.Reading.Issuers;

/// <summary>The country that the name of a body names, in English (by the gazetteer) or in its own language (places.txt).</summary>
internal static class PlaceTable
{
    private const int ShortestStem = 5;
    private static readonly KnownNames<string> s_finder = new(Load(), ShortestStem);

    public static string? FindNative(string text) => s_finder.Find(text)?.Value;

    /// <summary>
    /// Mentions of one certain country, each with the kind it has by itself: a body's name is where all of them are inside
    /// names. Korea alone may be either.
    /// </summary>
    public static List<CountryMention> FindEnglish(string name) =>
        [.. CountryMatcher.Default.Find(string.Empty, name)
            .Where(mention => !IsEither(name.AsSpan(mention.Start, mention.Length)))
            .Select(mention => mention.Kind == MentionKind.InsideName ? mention with { Kind = KindAlone(name, mention) } : mention)
            .Where(mention => mention.Kind is not MentionKind.Capital)];

    private static MentionKind KindAlone(string name, CountryMention mention) =>
        CountryMatcher.Default.Find(string.Empty, name.Substring(mention.Start, mention.Length)) is [var alone] ? alone.Kind
            : MentionKind.Name;

    private static bool IsEither(ReadOnlySpan<char> text) => text is "Korea" or "Korean" or "Koreans" or "Korea's" or "Korea’s" or "KOREA";

    private static Dictionary<string, string> Load()
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parts in EmbeddedTable.Rows("Issuers.places.txt").Select(line => line.Split('|')))
        {
            foreach (var name in parts[1].Split(';'))
            {
                places.TryAdd(NameKey.Of(name), parts[0]);
            }
        }

        return places;
    }
}
