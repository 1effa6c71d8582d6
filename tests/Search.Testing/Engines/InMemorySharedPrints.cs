using Search.Archive.Fingerprints;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Testing.Engines;

/// <summary>Statements with fingerprints in common, each statement's made anew.</summary>
internal static class InMemorySharedPrints
{
    public static SharedPrints Find(IEnumerable<Statement> statements, SharedRequest request)
    {
        var analyzer = new TextAnalyzer();
        var found = statements
            .Where(statement => statement.Id != request.Except
                && (request.NotAfter is not { } day || statement.Issued is not { } date || date.First <= day))
            .Select(statement => (Statement: statement, Count: StatementPrints.Of(statement, analyzer).Intersect(request.Prints).Count()))
            .Where(statement => statement.Count >= Math.Max(1, request.Least))
            .OrderByDescending(statement => statement.Count)
            .ThenBy(statement => statement.Statement.Id.Value, StringComparer.Ordinal)
            .ToList();
        return new SharedPrints(found.Count, [.. found.Take(request.Size).Select(statement => statement.Statement)]);
    }
}
