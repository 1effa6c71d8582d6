namespace Search.Core.Queries;

/// <summary>Text that nobody wrote as a query: whole questions, pasted sentences.</summary>
public static class PlainText
{
    /// <summary>
    /// The words of a text as bare words, all operators taken as text and without any of <see cref="QueryLimits"/>. Meant for
    /// <see cref="LoweringOptions.MatchAny"/>.
    /// </summary>
    public static QueryNode ToQuery(string text) => ConjunctionNode.Of(Words(text).Select(word => new WordNode(word)));

    /// <summary>Pieces between spaces and signs that group, those without a letter or digit left out.</summary>
    internal static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            if (index < text.Length && !Separates(text[index]))
            {
                start = start < 0 ? index : start;
            }
            else if (start >= 0)
            {
                var word = text[start..index].TrimStart('-', '=', '\\').TrimEnd(':');
                start = -1;
                if (word.Any(character => char.IsLetterOrDigit(character) || char.IsSurrogate(character)))
                {
                    yield return word;
                }
            }
        }
    }

    private static bool Separates(char character) =>
        QueryCharacters.IsSpace(character) || QueryCharacters.IsQuote(character) || QueryCharacters.IsOpen(character)
        || QueryCharacters.IsClose(character) || QueryCharacters.IsBar(character) || QueryCharacters.IsStar(character);
}
