using System.Text.RegularExpressions;

namespace Search.Reading.Text;

/// <summary>
/// A regular expression for names, titles and sentences. Its cost is bounded by what it is given and never by a clock: a text that is
/// longer than any name or sentence is not looked at, and matches nothing.
/// </summary>
internal sealed class BoundedPattern
{
    /// <summary>The longest title that is read.</summary>
    public const int MostCharacters = 2_000;
    private readonly Regex _expression;

    /// <param name="expression">
    /// Matched in time that grows with the text alone where it can be; an expression that looks around itself is matched by trying, and
    /// must leave nothing open that could be tried in many ways (a test holds that).
    /// </param>
    public BoundedPattern(string expression) => _expression = new Regex(
        expression,
        LooksAround(expression) ? RegexOptions.CultureInvariant : RegexOptions.CultureInvariant | RegexOptions.NonBacktracking,
        Regex.InfiniteMatchTimeout);

    public Match Match(string text) => text.Length <= MostCharacters ? _expression.Match(text) : System.Text.RegularExpressions.Match.Empty;

    public bool IsMatch(ReadOnlySpan<char> text) => text.Length <= MostCharacters && _expression.IsMatch(text);

    public string Replace(string text, string replacement) =>
        text.Length <= MostCharacters ? _expression.Replace(text, replacement) : text;

    private static bool LooksAround(string expression) =>
        expression.Contains("(?=", StringComparison.Ordinal) || expression.Contains("(?!", StringComparison.Ordinal)
        || expression.Contains("(?<=", StringComparison.Ordinal) || expression.Contains("(?<!", StringComparison.Ordinal);
}
