namespace Search.Elasticsearch.Tests.Analysis;

internal static class CodePoints
{
    /// <summary>Every code point but surrogates and the line feed, which separates probes.</summary>
    public static IEnumerable<int> All { get; } =
        Enumerable.Range(0, 0x110000).Where(codePoint => codePoint is not ('\n' or >= 0xd800 and <= 0xdfff));
}
