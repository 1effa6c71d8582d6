using System.Text;

namespace Search.Queries;

/// <summary>Finds a query that can be read near one that cannot.</summary>
internal static class QueryRepair
{
    /// <summary>Edits tried before all but the words is given up; a query that needs more is hardly a query.</summary>
    private const int MaxEdits = 12;

    public static string Repair(string text, QueryProblem problem)
    {
        var edited = text;
        for (var edits = 0; edits < MaxEdits && problem.Edit is { } edit; edits++)
        {
            edited = edit.Apply(edited);
            if (edited.Length > QueryLimits.MaxLength)
            {
                break;
            }

            var (node, next) = QueryReader.Read(edited);
            if (next is null)
            {
                var printed = node!.ToString();
                return printed.Length == 0 ? OnlyWords(text) : printed.Length <= QueryLimits.MaxLength ? printed : edited;
            }

            problem = next;
        }

        return OnlyWords(text);
    }

    /// <summary>What is looked for, without what is excluded; of a text of nothing but operators their names.</summary>
    private static string OnlyWords(string text)
    {
        var tokens = QueryTokenizer.Tokenize(text);
        var words = tokens
            .Where((token, index) => token.Kind is QueryTokenKind.Word or QueryTokenKind.Quote or QueryTokenKind.UnclosedQuote
                && (index == 0 || tokens[index - 1].Kind is not (QueryTokenKind.Minus or QueryTokenKind.Not)))
            .SelectMany(token => PlainText.Words(token.Text));
        return Print(words) is { Length: > 0 } printed ? printed : Print(PlainText.Words(text));
    }

    private static string Print(IEnumerable<string> words)
    {
        var printed = new StringBuilder();
        foreach (var word in words.Take(QueryLimits.MaxTerms))
        {
            var next = new WordNode(word).ToString();
            next = next[0] == '\\' ? $"\"{word}\"" : next;
            if (printed.Length + next.Length + 1 > QueryLimits.MaxLength)
            {
                break;
            }

            printed.Append(printed.Length > 0 ? " " : "").Append(next);
        }

        return printed.ToString();
    }
}
