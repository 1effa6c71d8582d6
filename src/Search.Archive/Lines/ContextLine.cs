using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Core.Statements;

namespace Search.Archive.Lines;

/// <summary>One occurrence of a query's words, between the words around it.</summary>
/// <param name="Statement">In which it stands.</param>
/// <param name="Field">In which of its texts: title or body.</param>
/// <param name="Mark">Where in that text.</param>
/// <param name="Number">The mark's number in that text, from 1.</param>
/// <param name="Context">Its words and those around it.</param>
public sealed record ContextLine(LineStatement Statement, TextScope Field, Mark Mark, int Number, LineContext Context);

/// <summary>What is told of a line's statement. It has no text, so that thousands of lines do not hold thousands of texts.</summary>
public sealed record LineStatement(StatementId Id, string Title, IssueDate? Issued, Issuer? Issuer, string Source)
{
    public static LineStatement Of(Statement statement) =>
        new(statement.Id, statement.Title, statement.Issued, statement.Issuer, statement.Source);
}
