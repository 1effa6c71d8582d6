using Search.Archive.Counting;
using Search.Core.Statements;
using Search.Elasticsearch.Searching;

namespace Search.Elasticsearch.Counting;

/// <summary>Counts and finds uses. What is not whole is no answer here.</summary>
internal sealed class UseSearches(ArchiveSearches searches)
{
    public async Task<IReadOnlyList<UseCounts>> CountAsync(UseRequest request, CancellationToken cancellationToken)
    {
        var each = UseBodies.Precisions.Count;
        var bodies = request.Queries
            .SelectMany(query => UseBodies.Precisions.Select(precision => UseBodies.Count(query, precision, request)))
            .Concat(request.Totals ? UseBodies.Precisions.Select(precision => UseBodies.CountAll(precision, request)) : [])
            .ToList();
        if (bodies.Count == 0)
        {
            return [];
        }

        var answers = await searches.SendManyAsync(bodies, null, request.Budget, cancellationToken);
        var issuers = await CompositePages.ReadAsync(searches, bodies, answers, request.Budget, cancellationToken);
        return [.. answers.Chunk(each).Zip(issuers.Chunk(each), (parts, buckets) => UseReader.Counts(parts, buckets))];
    }

    public async Task<IReadOnlyList<long>> CountAsync(IssuerRequest request, CancellationToken cancellationToken)
    {
        if (request.Issuers.Count == 0)
        {
            return [];
        }

        var answer = await searches.SendAsync(UseBodies.CountIssuers(request), request.Budget, cancellationToken);
        AnswerTime.RequireAllValues(answer.TimedOut);
        return [.. answer.Aggregations!.GetFilters(UseBodies.Issuers)!.Buckets.Select(bucket => bucket.DocCount)];
    }

    public async Task<IReadOnlyList<Statement?>> FindAsync(PlaceRequest request, CancellationToken cancellationToken)
    {
        if (request.Places.Count == 0)
        {
            return [];
        }

        var groups = Enumerable.Range(0, request.Places.Count).GroupBy(index => request.Places[index].Query)
            .Select(group => (Query: group.Key, Indexes: group.ToArray()))
            .ToArray();
        var answers = await searches.SendManyAsync(
            [.. groups.Select(group => UseBodies.Find(
                group.Query, [.. group.Indexes.Select(index => request.Places[index])], request))],
            null,
            request.Budget,
            cancellationToken);
        var found = new Statement?[request.Places.Count];
        foreach (var (group, answer) in groups.Zip(answers))
        {
            foreach (var (index, statement) in group.Indexes.Zip(UseReader.Found(answer)))
            {
                found[index] = statement;
            }
        }

        return found;
    }
}
