using Search.Archive.Fingerprints;
using Search.Archive.Matching;
using Search.Archive.Reuse;
using Search.Core.Statements;
using Search.Service.Assistance;

namespace Search.Service.Neighbours;

/// <param name="Statement">The same text elsewhere.</param>
internal sealed record FoundSibling(Statement Statement, TextLikeness Likeness);

/// <param name="Siblings">The most alike first, of equal ones the lowest id.</param>
/// <param name="Partial">Whether more statements have text in common than were compared.</param>
internal sealed record FoundSiblings(IReadOnlyList<FoundSibling> Siblings, bool Partial);

/// <summary>Finds the statements that are the same text.</summary>
internal sealed class SiblingFinder(ISharedPrints prints)
{
    /// <summary>Statements that are compared at most: the same text has the most in common.</summary>
    private const int MaxCompared = 300;

    /// <summary>Of each of several, whose answer has no more time than that of one.</summary>
    private const int MaxComparedOfSeveral = 40;

    /// <summary>
    /// Of so many fingerprints one is in common at least. With a word in five replaced, one run of seven words in five is left, and
    /// a part may be a fifth of the whole.
    /// </summary>
    private const int PrintsPerShared = 50;

    private readonly TextComparison _comparison = new(prints);

    public async Task<FoundSiblings> FindAsync(Statement statement, AnswerDeadline deadline, CancellationToken cancellationToken) =>
        (await FindAsync([statement], MaxCompared, deadline, cancellationToken))[0];

    /// <summary>The siblings of each, in their order.</summary>
    /// <exception cref="QueryTooCostlyException">Not all could be compared in time.</exception>
    public Task<IReadOnlyList<FoundSiblings>> FindAsync(
        IReadOnlyList<Statement> statements, AnswerDeadline deadline, CancellationToken cancellationToken) =>
        FindAsync(statements, MaxComparedOfSeveral, deadline, cancellationToken);

    private Task<IReadOnlyList<FoundSiblings>> FindAsync(
        IReadOnlyList<Statement> statements, int size, AnswerDeadline deadline, CancellationToken cancellationToken) =>
        _comparison.RunAsync(
            statements,
            (statement, own) => new SharedRequest
            {
                Prints = own,
                Except = statement.Id,
                Least = Math.Max(1, own.Length / PrintsPerShared),
                Size = size,
            },
            (statement, others, analyzer, work) =>
            {
                var finder = new LikenessFinder(statement, analyzer, work);
                return new FoundSiblings(
                    [
                        .. others.Statements.Select(other => (Statement: other, Likeness: finder.With(other)))
                            .Where(other => other.Likeness is { IsSame: true })
                            .Select(other => new FoundSibling(other.Statement, other.Likeness!))
                            .OrderByDescending(sibling => sibling.Likeness.Resemblance)
                            .ThenBy(sibling => sibling.Statement.Id.Value, StringComparer.Ordinal),
                    ],
                    others.Total > others.Statements.Count);
            },
            deadline,
            cancellationToken);
}
