using System.Text;
using Search.Core.Analysis;
using Search.Core.Countries;

namespace Search.Reading;

/// <summary>The two things that Core does to every text.</summary>
internal static class CoreText
{
    private static bool s_normalizes = true;
    private static bool s_matches = true;

    public static string Normalize(string text)
    {
        try
        {
            return s_normalizes ? TextNormalizer.Normalize(text) : text.Normalize(NormalizationForm.FormC);
        }
        catch (NotSupportedException)
        {
            s_normalizes = false;
            return text.Normalize(NormalizationForm.FormC);
        }
    }

    public static IReadOnlyList<CountryMention> FindCountries(string title, string body)
    {
        try
        {
            return s_matches ? CountryMatcher.Default.Find(title, body) : [];
        }
        catch (NotSupportedException)
        {
            s_matches = false;
            return [];
        }
    }
}
