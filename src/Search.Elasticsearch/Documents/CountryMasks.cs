using System.Globalization;
using Search.Core.Countries;

namespace Search.Elasticsearch.Documents;

/// <summary>
/// A country with the set of kinds in which a statement names it, as one word: <c>KP.5</c> is KP, by name and by demonym.
/// So the statements that name a country in any set of kinds are counted exactly: by adding up masks.
/// </summary>
internal static class CountryMasks
{
    private static readonly MentionKind[] s_kinds = Enum.GetValues<MentionKind>();

    /// <summary>Each country that the mentions name, with its kinds.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<CountryMention> mentions) => mentions
        .GroupBy(mention => mention.Code)
        .Select(country => Mask(country.Key, country.Aggregate(0, (mask, mention) => mask | Bit(mention.Kind))));

    /// <summary>The names of kinds that occur, whichever country they name.</summary>
    public static IEnumerable<string> KindsOf(IReadOnlyList<CountryMention> mentions) =>
        mentions.Select(mention => mention.Kind).Distinct().Select(Name);

    public static IEnumerable<string> Kinds(MentionKinds kinds) => s_kinds.Where(kind => ((int)kinds & Bit(kind)) != 0).Select(Name);

    /// <summary>Every mask of a country that has one of these kinds in it.</summary>
    public static IEnumerable<string> Matching(string code, MentionKinds kinds) =>
        Enumerable.Range(1, (int)MentionKinds.All).Where(mask => (mask & (int)kinds) != 0).Select(mask => Mask(code, mask));

    /// <summary>Adds up the counts of masks that have one of these kinds, by country.</summary>
    public static IReadOnlyList<KeyValuePair<string, long>> Fold(IEnumerable<KeyValuePair<string, long>> masks, MentionKinds kinds)
    {
        var counts = new Dictionary<string, long>();
        foreach (var (mask, count) in masks)
        {
            var dot = mask.LastIndexOf('.');
            if ((int.Parse(mask.AsSpan(dot + 1), CultureInfo.InvariantCulture) & (int)kinds) != 0)
            {
                var code = mask[..dot];
                counts[code] = counts.GetValueOrDefault(code) + count;
            }
        }

        return [.. counts];
    }

    private static string Mask(string code, int mask) => string.Create(CultureInfo.InvariantCulture, $"{code}.{mask}");

    private static int Bit(MentionKind kind) => 1 << (int)kind;

    private static string Name(MentionKind kind) => kind.ToString();
}
