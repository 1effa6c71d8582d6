namespace Search.Queries;

/// <summary>Text that nobody wrote as a query: whole questions, pasted sentences.</summary>
public static class PlainText
{
    /// <summary>
    /// The words of a text as bare words, all operators taken as text and without any of <see cref="QueryLimits"/>. Meant for
    /// <see cref="MeaningOptions.MatchAny"/>.
    /// </summary>
    public static QueryNode ToQuery(string text) => ConjunctionNode.Of(Pieces(text).Select(word => new WordNode(word)));

    /// <summary>The pieces that have a letter, a digit or a character beyond the basic plane.</summary>
    internal static IEnumerable<string> Words(string text) => Pieces(text).Where(piece => piece.Any(IsWordCharacter));

    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) || char.IsSurrogate(character);

    /// <summary>What stands between spaces and signs that group, without the operators at its ends.</summary>
    private static IEnumerable<string> Pieces(string text)
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
                if (word.Length > 0)
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
