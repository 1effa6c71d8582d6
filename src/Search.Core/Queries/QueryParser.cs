using System.Diagnostics.CodeAnalysis;

namespace Search.Core.Queries;

/// <summary>Reads the query language of the README's reference.</summary>
public static class QueryParser
{
    /// <summary>Never throws, whatever the text.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out QueryNode? node, [NotNullWhen(false)] out QueryError? error) =>
        throw new NotSupportedException();
}
