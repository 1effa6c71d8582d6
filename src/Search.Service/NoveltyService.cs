using Search.Archive.Fingerprints;
using Search.Archive.Reuse;
using Search.Archive.Storing;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Service.Assistance;
using Search.Service.Neighbours;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Answers what is new in a statement. An answer is null when there is no such statement.</summary>
public sealed class NoveltyService(ISharedPrints prints, IStatementStore store, TimeProvider time)
{
    /// <summary>Statements that are compared at most: some fifty microseconds each.</summary>
    private const int MaxCompared = 2_000;

    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(5);

    private readonly TextComparison _comparison = new(prints);

    /// <param name="id">The statement's id, or the one its source gave it.</param>
    /// <param name="cancellationToken">The reader's own.</param>
    /// <exception cref="Archive.Matching.QueryTooCostlyException">Not all could be compared in time.</exception>
    public async Task<NoveltyResponse?> GetAsync(string id, CancellationToken cancellationToken)
    {
        using var deadline = new AnswerDeadline(s_budget, time, cancellationToken);
        if (await store.GetAsync(id, cancellationToken) is not var (statement, _))
        {
            return null;
        }

        var compared = await _comparison.RunAsync(
            [statement],
            (_, own) => new SharedRequest
            {
                Prints = own,
                Except = statement.Id,
                NotAfter = statement.Issued?.Last,
                Size = MaxCompared,
            },
            (_, others, analyzer, work) => (others, new NoveltyFinder(statement, analyzer, work).Find(others.Statements)),
            deadline,
            cancellationToken);
        var (others, novelty) = compared[0];
        return new NoveltyResponse(
            statement.Id.Value,
            novelty.Words,
            novelty.NewWords,
            novelty.Words == 0 ? null : (double)novelty.NewWords / novelty.Words,
            [.. novelty.Spans.Select(Write)],
            [.. novelty.Undecided.Select(other => new UndecidedResponse(ResponseWriter.Reference(other.Statement), other.Words))],
            others.Statements.Count,
            others.Total > others.Statements.Count,
            (int)Math.Ceiling(deadline.Elapsed.TotalMilliseconds));
    }

    private static ReusedSpanResponse Write(ReusedSpan span) => new(
        span.Field == MentionField.Title ? "title" : "body",
        span.Start,
        span.Length,
        span.Words,
        span.Earlier.Count,
        [
            .. span.Earlier.Select(statement => statement.Issuer?.Name).OfType<string>().CountBy(name => name)
                .OrderByDescending(issuer => issuer.Value).ThenBy(issuer => issuer.Key, StringComparer.Ordinal)
                .Select(issuer => new IssuerCountResponse(issuer.Key, FacetText.Of(FacetName.Issuer, issuer.Key), issuer.Value)),
        ],
        ResponseWriter.Reference(span.Earlier[0]),
        span.Undecided);
}
