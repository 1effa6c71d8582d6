using Search.Core.Analysis;

namespace Search.Core.Searching;

/// <summary>
/// What somebody types to find a facet's value: it fits values that begin so, whatever their case and accents. Both
/// engines ask here. Belongs to one thread, as its analyzer does.
/// </summary>
public sealed class FacetPrefix
{
    private readonly TextAnalyzer _analyzer;
    private readonly List<Token> _tokens = [];
    private readonly string _prefix;
    private readonly string _folded;

    public FacetPrefix(string prefix, TextAnalyzer analyzer)
    {
        _analyzer = analyzer;
        _prefix = prefix.Trim();
        _folded = Fold(_prefix);
    }

    /// <summary>Whether a value begins with what was typed. The empty prefix fits every value.</summary>
    public bool Fits(string value) =>
        value.StartsWith(_prefix, StringComparison.OrdinalIgnoreCase)
        || (_folded.Length > 0 && Fold(value).StartsWith(_folded, StringComparison.Ordinal));

    private string Fold(string text)
    {
        _analyzer.Analyze(text, _tokens);
        return string.Join(' ', _tokens.Select(token => token.Forms.Exact));
    }
}
