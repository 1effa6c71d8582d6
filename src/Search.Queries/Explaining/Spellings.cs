using Search.Core.Analysis;

namespace Search.Queries;

/// <summary>Says which spellings count as one word even where a word is meant exactly: who reads “exact” would not expect them.</summary>
internal static class Spellings
{
    private static readonly string s_unitedStates = TextAnalyzer.FormsOf("USA").Exact;

    /// <summary>In brackets, after the words; empty where each has one spelling but for case and accents.</summary>
    public static string Of(IEnumerable<string> words)
    {
        var alike = words.Select(Alike).OfType<string>().Distinct().ToList();
        return alike.Count == 0 ? string.Empty : $" ({string.Join("; ", alike)})";
    }

    private static string? Alike(string word)
    {
        var written = word.TrimEnd('.');
        var exact = TextAnalyzer.FormsOf(written).Exact;
        return exact == s_unitedStates ? "US, USA, U.S. and U.S.A. alike"
            : written.Contains('.', StringComparison.Ordinal) && exact == TextAnalyzer.Fold(WithoutDots(written))
                ? $"{WithoutDots(written)} and {written}. alike"
            : null;
    }

    private static string WithoutDots(string word) => word.Replace(".", string.Empty, StringComparison.Ordinal);
}
