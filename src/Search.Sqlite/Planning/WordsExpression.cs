using System.Text;
using Search.Core;
using Search.Sqlite.Native;

namespace Search.Sqlite.Planning;

/// <summary>A word or phrase that counts for a hit's score.</summary>
/// <param name="Phrases">FTS5's numbers of the phrases it is found by; their frequencies are added up.</param>
/// <param name="Tokens">The tokens whose rarity weighs it, those of each position; none for a prefix.</param>
internal sealed record ScoredTerm(EquatableList<int> Phrases, EquatableList<EquatableList<string>> Tokens)
{
    public override string ToString() => string.Join('|', Phrases);
}

/// <summary>
/// An FTS5 expression with what is known of its phrases. FTS5 numbers the phrases of an expression in the order of its text,
/// so that those of an expression that is put behind another count on from there.
/// </summary>
/// <param name="Text">As FTS5 reads it.</param>
/// <param name="Phrases">How many phrases it has.</param>
/// <param name="Terms">What counts for the score.</param>
internal sealed record WordsExpression(string Text, int Phrases, EquatableList<ScoredTerm> Terms)
{
    /// <summary>All that are wanted, at least one, and none of those unwanted; an unwanted one gives no score.</summary>
    public static WordsExpression All(IReadOnlyList<WordsExpression> wanted, IReadOnlyList<WordsExpression> unwanted)
    {
        var all = Join(wanted, " AND ").InParentheses();
        return unwanted.Count == 0 ? all : Join([all, Any(unwanted).Unscored()], " NOT ").InParentheses();
    }

    public static WordsExpression Any(IReadOnlyList<WordsExpression> alternatives) => Join(alternatives, " OR ").InParentheses();

    /// <summary>The texts one after the other with an operator between them.</summary>
    public static WordsExpression Join(IReadOnlyList<WordsExpression> operands, string separator)
    {
        var text = new StringBuilder();
        var terms = new List<ScoredTerm>();
        var phrases = 0;
        foreach (var operand in operands)
        {
            text.Append(phrases == 0 ? string.Empty : separator).Append(operand.Text);
            foreach (var term in operand.Terms)
            {
                terms.Add(term with { Phrases = [.. term.Phrases.Select(phrase => phrase + phrases)] });
            }

            phrases += operand.Phrases;
        }

        return new WordsExpression(text.ToString(), phrases, [.. terms]);
    }

    public WordsExpression InParentheses() => this with { Text = $"({Text})" };

    public WordsExpression Unscored() => this with { Terms = [] };

    /// <summary>The expression, with pictures of the two characters that cannot be seen, and the phrases that are scored.</summary>
    public override string ToString()
    {
        var text = Text.Replace(TokenTransport.Alternative, '␟').Replace(Indexing.IndexToken.Separator, '␞');
        return Terms.Count == 0 ? text : $"{text} scored {string.Join(' ', Terms)}";
    }
}
