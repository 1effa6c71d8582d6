using System.Globalization;

namespace Search.Elasticsearch.Documents;

/// <summary>Fingerprints as words of eight digits, with spaces between them.</summary>
internal static class PrintTerms
{
    private const int Digits = 8;

    /// <summary>In one piece: a text has hundreds, and every statement of an import comes through here.</summary>
    public static string Of(IReadOnlyList<uint> prints) => prints.Count == 0
        ? string.Empty
        : string.Create((prints.Count * (Digits + 1)) - 1, prints, static (text, all) =>
        {
            text.Fill(' ');
            for (var index = 0; index < all.Count; index++)
            {
                all[index].TryFormat(text[(index * (Digits + 1))..], out _, "x8", CultureInfo.InvariantCulture);
            }
        });
}
