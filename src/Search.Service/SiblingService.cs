using Search.Archive.Fingerprints;
using Search.Archive.Storing;
using Search.Service.Assistance;
using Search.Service.Neighbours;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Answers where else the same text is. An answer is null when there is no such statement.</summary>
public sealed class SiblingService(ISharedPrints prints, IStatementStore store, TimeProvider time)
{
    /// <summary>Siblings that are shown with what differs in them.</summary>
    private const int MaxShown = 50;

    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(0.2);

    private readonly SiblingFinder _finder = new(prints);

    /// <param name="id">The statement's id, or the one its source gave it.</param>
    /// <param name="cancellationToken">The reader's own.</param>
    /// <exception cref="Archive.Matching.QueryTooCostlyException">Not all could be compared in time.</exception>
    public async Task<SiblingsResponse?> GetAsync(string id, CancellationToken cancellationToken)
    {
        using var deadline = new AnswerDeadline(s_budget, time, cancellationToken);
        if (await store.GetAsync(id, cancellationToken) is not var (statement, _))
        {
            return null;
        }

        var found = await _finder.FindAsync(statement, deadline, cancellationToken);
        return new SiblingsResponse(
            statement.Id.Value,
            found.Siblings.Count,
            [
                .. found.Siblings.Take(MaxShown).Select(sibling => new SiblingResponse(
                    ResponseWriter.Reference(sibling.Statement),
                    sibling.Likeness.Containment,
                    sibling.Likeness.Resemblance,
                    ChangeResponse.Between(statement.Body, sibling.Statement.Body))),
            ],
            found.Partial,
            (int)Math.Ceiling(deadline.Elapsed.TotalMilliseconds));
    }

    /// <summary>
    /// How many there are; null where there is no such statement, and where they are not counted in a moment: beside a statement that is
    /// shown anyway nobody waits for it.
    /// </summary>
    public async Task<int?> CountAsync(string id, CancellationToken cancellationToken)
    {
        using var deadline = new AnswerDeadline(s_moment, time, cancellationToken);
        return await deadline.BesideAsync<int?>(
            async () => await store.GetAsync(id, deadline.Token) is var (statement, _)
                ? (await _finder.FindAsync(statement, deadline, deadline.Token)).Siblings.Count
                : null,
            null);
    }
}
