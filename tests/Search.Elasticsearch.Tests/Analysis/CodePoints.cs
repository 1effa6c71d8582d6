using System.Globalization;

namespace Search.Elasticsearch.Tests.Analysis;

internal static class CodePoints
{
    private const int LongRun = 1_000;
    private const int Step = 61;

    /// <summary>Every code point but surrogates and the line feed, which separates probes.</summary>
    public static IReadOnlyList<int> All { get; } =
        [.. Enumerable.Range(0, 0x110000).Where(codePoint => codePoint is not ('\n' or >= 0xd800 and <= 0xdfff))];

    /// <summary>
    /// All but the insides of long runs of one category (ideographs, Hangul, private use, what is not assigned: nine tenths of all), of
    /// which every 61st stands for the rest: enough in the contexts whose rules do not name single ones of them.
    /// </summary>
    public static IReadOnlyList<int> Telling { get; } = [.. Sampled()];

    private static IEnumerable<int> Sampled()
    {
        for (var start = 0; start < All.Count;)
        {
            var category = CharUnicodeInfo.GetUnicodeCategory(All[start]);
            var end = start + 1;
            while (end < All.Count && CharUnicodeInfo.GetUnicodeCategory(All[end]) == category)
            {
                end++;
            }

            for (var index = start; index < end; index++)
            {
                if (end - start < LongRun || (index - start) % Step == 0 || index == end - 1)
                {
                    yield return All[index];
                }
            }

            start = end;
        }
    }
}
