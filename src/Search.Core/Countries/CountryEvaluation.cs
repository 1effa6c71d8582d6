namespace Search.Core.Countries;

/// <summary>A text whose countries somebody marked by hand.</summary>
/// <param name="Codes">ISO 3166 alpha-2 codes of the countries it names.</param>
/// <param name="Mentions">Where they stand, if that was marked; it only serves to show what was missed.</param>
public sealed record MarkedText(
    string Id, string Text, IReadOnlyCollection<string> Codes, IReadOnlyList<MarkedMention> Mentions);

/// <summary>One place that was marked as naming a country; offsets are UTF-16 units.</summary>
public readonly record struct MarkedMention(string Code, int Start, int Length);

/// <summary>A country that was found and is not marked, or is marked and was not found.</summary>
/// <param name="IsMissed">Marked and not found.</param>
/// <param name="Contexts">The text around each mention, on one line.</param>
public sealed record CountryError(string TextId, string Code, bool IsMissed, IReadOnlyList<string> Contexts);

/// <summary>Micro-averaged scores over pairs of text and country.</summary>
public sealed record CountryScores(int Documents, int Right, int Wrong, int Missed, IReadOnlyList<CountryError> Errors)
{
    /// <summary>Of the pairs found, the share that is marked; 1 when none was found.</summary>
    public double Precision => Right + Wrong == 0 ? 1 : (double)Right / (Right + Wrong);

    /// <summary>Of the pairs marked, the share that was found; 1 when none is marked.</summary>
    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    /// <summary>The harmonic mean of the two.</summary>
    public double F1 => Right == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>Compares what a matcher finds with what was marked by hand.</summary>
public static class CountryEvaluation
{
    private const int ContextLength = 60;

    public static CountryScores Evaluate(CountryMatcher matcher, IEnumerable<MarkedText> texts, MentionKinds kinds = MentionKinds.Default)
    {
        var documents = 0;
        var right = 0;
        var errors = new List<CountryError>();
        foreach (var text in texts)
        {
            documents++;
            var found = matcher.Find("", text.Text)
                .Where(mention => kinds.Includes(mention.Kind))
                .ToLookup(mention => mention.Code, mention => ContextOf(text.Text, mention.Start, mention.Length));
            right += found.Count(country => text.Codes.Contains(country.Key));
            errors.AddRange(found
                .Where(country => !text.Codes.Contains(country.Key))
                .Select(country => new CountryError(text.Id, country.Key, IsMissed: false, [.. country])));
            errors.AddRange(text.Codes
                .Where(code => !found.Contains(code))
                .Select(code => new CountryError(text.Id, code, IsMissed: true, MarkedContexts(text, code))));
        }

        return new CountryScores(documents, right, errors.Count(error => !error.IsMissed), errors.Count(error => error.IsMissed), errors);
    }

    private static string[] MarkedContexts(MarkedText text, string code) =>
        [.. text.Mentions.Where(mention => mention.Code == code).Select(mention => ContextOf(text.Text, mention.Start, mention.Length))];

    private static string ContextOf(string text, int start, int length)
    {
        var from = Math.Max(0, start - ContextLength);
        var to = Math.Min(text.Length, start + length + ContextLength);
        return text[from..to].ReplaceLineEndings(" ");
    }
}
