using System.Diagnostics.CodeAnalysis;

namespace Search.Queries;

/// <summary>Reads the query language of the README.</summary>
public static class QueryParser
{
    /// <summary>Never throws, whatever the text.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out QueryNode? node, [NotNullWhen(false)] out QueryError? error)
    {
        node = null;
        error = null;
        text ??= string.Empty;
        if (text.Length > QueryLimits.MaxLength)
        {
            error = TooLong(text);
            return false;
        }

        var source = QueryText.Of(text);
        (node, var problem) = QueryReader.Read(source.Text);
        if (problem is not null)
        {
            var start = source.ToOriginal(problem.Start);
            error = new(
                problem.Code,
                problem.Message,
                text,
                start,
                source.ToOriginal(problem.End) - start,
                QueryRepair.Repair(source.Text, problem))
            {
                IsLimit = problem.IsLimit,
            };
        }

        return node is not null;
    }

    private static QueryError TooLong(string text)
    {
        var space = text.AsSpan(0, QueryLimits.MaxLength).LastIndexOfAny(' ', '\n');
        var kept = QueryText.Of(text[..(space > 0 ? space : QueryLimits.MaxLength)]).Text;
        var (_, problem) = QueryReader.Read(kept);
        return new(
            QueryErrorCodes.TooLong,
            $"A query holds at most {QueryLimits.MaxLength:N0} characters, and this one has {text.Length:N0}. Shorten it.",
            text, QueryLimits.MaxLength, text.Length - QueryLimits.MaxLength, problem is null ? kept : QueryRepair.Repair(kept, problem))
        {
            IsLimit = true,
        };
    }
}
