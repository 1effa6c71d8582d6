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
    /// Matched by trying, so it must leave nothing open that could be tried in ever more ways; a test holds that for every row of the
    /// tables. Automata (<see cref="RegexOptions.NonBacktracking"/>) cannot look around, and to build them for all rows takes half a
    /// second of each command's start.
    /// </param>
    public BoundedPattern(string expression) =>
        _expression = new Regex(expression, RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    public Match Match(string text) => text.Length <= MostCharacters ? _expression.Match(text) : System.Text.RegularExpressions.Match.Empty;

    public bool IsMatch(ReadOnlySpan<char> text) => text.Length <= MostCharacters && _expression.IsMatch(text);

    public string Replace(string text, string replacement) =>
        text.Length <= MostCharacters ? _expression.Replace(text, replacement) : text;
}
