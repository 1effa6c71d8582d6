using System.Globalization;

namespace Search.Elasticsearch.Documents;

/// <summary>Fingerprints as words of eight digits, with spaces between them.</summary>
internal static class PrintTerms
{
    public static string Of(IReadOnlyList<uint> prints) =>
        string.Join(' ', prints.Select(print => print.ToString("x8", CultureInfo.InvariantCulture)));
}
