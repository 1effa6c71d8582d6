using Search.Core.Analysis;
using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Archive.Searching;

/// <summary>What people read instead of a facet's value.</summary>
public static class FacetLabels
{
    /// <summary>The name of a country or kind; otherwise the value itself.</summary>
    public static string LabelOf(FacetName facet, string value) => facet switch
    {
        FacetName.Country => CountryNames.NameOf(value),
        FacetName.Kind when StatementKinds.TryParse(value, out var kind) => kind.ToLabel(),
        _ => value,
    };
}

/// <summary>
/// Finds facet values by what somebody types: the value's beginning, or words of its label in a row, the last of them
/// perhaps unfinished ("foreign min" finds the Foreign Ministry). Case and accents do not count.
/// </summary>
public sealed class FacetLabelMatcher
{
    private readonly TextAnalyzer _analyzer = new();
    private readonly List<Token> _label = [];
    private readonly List<string> _wanted = [];
    private readonly string _typed;

    public FacetLabelMatcher(string typed)
    {
        _typed = TextNormalizer.Normalize(typed).Trim();
        _wanted.AddRange(_analyzer.Analyze(_typed).Select(token => token.Forms.Exact));
    }

    public bool Matches(FacetName facet, string value) =>
        _wanted.Count == 0
            ? _typed.Length == 0
            : value.StartsWith(_typed, StringComparison.OrdinalIgnoreCase) || MatchesLabel(FacetLabels.LabelOf(facet, value));

    private bool MatchesLabel(string label)
    {
        _analyzer.Analyze(label, _label);
        for (var start = 0; start + _wanted.Count <= _label.Count; start++)
        {
            if (IsAt(start))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsAt(int start)
    {
        for (var index = 0; index < _wanted.Count; index++)
        {
            var word = _label[start + index].Forms.Exact;
            var isLast = index == _wanted.Count - 1;
            if (isLast ? !word.StartsWith(_wanted[index], StringComparison.Ordinal) : word != _wanted[index])
            {
                return false;
            }
        }

        return true;
    }
}
