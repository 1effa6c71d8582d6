using System.Globalization;
using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.MSearch;
using Elastic.Clients.Elasticsearch.Core.Search;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Search.Archive.Fingerprints;
using Search.Archive.Matching;
using Search.Core.Statements;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Queries;
using Search.Elasticsearch.Searching;

namespace Search.Elasticsearch.Fingerprints;

/// <summary>
/// Finds statements by fingerprints: first how many each has, then those with the most whole; where any in common will do and
/// there is room for all, whole at once.
/// </summary>
internal sealed class SharedSearches(ArchiveSearches searches)
{
    /// <summary>Words that every cluster takes in one query.</summary>
    private const int PrintsPerQuery = 1_024;

    /// <summary>Words that every index takes in one list.</summary>
    private const int PrintsPerList = 65_536;

    /// <summary>Hits that every index gives in one answer.</summary>
    private const int MaxHits = 10_000;

    /// <summary>Whole statements in one answer.</summary>
    private const int StatementsPerPage = 500;

    public async Task<IReadOnlyList<SharedPrints>> FindAsync(IReadOnlyList<SharedRequest> requests, CancellationToken cancellationToken) =>
        requests is [{ Least: <= 1, Prints.Count: > 0 and <= PrintsPerList } request]
        && await FindAllAsync(request, cancellationToken) is { } all
            ? [all]
            : await FindMostAsync(requests, cancellationToken);

    /// <summary>All statements with any in common; null where there are more than were asked for.</summary>
    /// <remarks>A list is looked up word by word without counting, which takes a third of the time of a count.</remarks>
    private async Task<SharedPrints?> FindAllAsync(SharedRequest request, CancellationToken cancellationToken)
    {
        var terms = new TermsQueryField([.. request.Prints.Select(print => (FieldValue)PrintTerms.Of([print]))]);
        var answer = await searches.SendAsync(
            Searching(
                request,
                Math.Min(request.Size, MaxHits),
                SearchBodyWriter.SoundSource(),
                must: [],
                filter: [new TermsQuery(Fields.Prints, terms)]),
            request.Budget,
            cancellationToken);
        Require([answer]);
        return answer.Total > answer.Hits.Count
            ? null
            : new SharedPrints(answer.Total, [.. answer.Hits.Select(hit => StatementDocument.ReadSound(hit.Source))]);
    }

    /// <summary>All are counted in one call, and the statements of all are read together.</summary>
    private async Task<IReadOnlyList<SharedPrints>> FindMostAsync(
        IReadOnlyList<SharedRequest> requests, CancellationToken cancellationToken)
    {
        List<(SharedRequest Request, MultisearchBody Body)> bodies =
        [
            .. from request in requests
               from prints in request.Prints.Chunk(PrintsPerQuery)
               select (request, Counting(prints, request)),
        ];
        if (bodies.Count == 0)
        {
            return [.. requests.Select(_ => new SharedPrints(0, []))];
        }

        var budget = requests.Max(request => request.Budget);
        var answers = await searches.SendManyAsync([.. bodies.Select(body => body.Body)], null, budget, cancellationToken);
        Require(answers);
        var found = answers.Zip(bodies)
            .ToLookup(answer => answer.Second.Request, answer => answer.First, ReferenceEqualityComparer.Instance);
        var counted = requests.Select(request => Count(request, [.. found[request]])).ToList();
        var statements = await ReadAsync([.. counted.SelectMany(most => most.Ids).Distinct()], budget, cancellationToken);
        return [.. counted.Select(most =>
            new SharedPrints(most.Total, [.. most.Ids.Where(statements.ContainsKey).Select(id => statements[id])]))];
    }

    private static (long Total, IReadOnlyList<string> Ids) Count(SharedRequest request, IReadOnlyList<MultiSearchItem<JsonElement>> answers)
    {
        var counts = answers.SelectMany(answer => answer.Hits)
            .GroupBy(hit => hit.Id!, hit => (int)Math.Round(hit.Score ?? 0), StringComparer.Ordinal)
            .Select(hit => (Id: hit.Key, Count: hit.Sum()))
            .Where(hit => hit.Count >= request.Least)
            .OrderByDescending(hit => hit.Count).ThenBy(hit => hit.Id, StringComparer.Ordinal)
            .ToList();

        // Of one query's hits beyond what an answer holds nobody knows which other queries have them, too: at least so many there are.
        var total = answers.Where(answer => answer.Total > MaxHits).Select(answer => answer.Total).DefaultIfEmpty(0).Max();
        return (Math.Max(total, counts.Count), [.. counts.Take(request.Size).Select(hit => hit.Id)]);
    }

    private static MultisearchBody Counting(IReadOnlyList<uint> prints, SharedRequest request)
    {
        // A statement may have some of its fingerprints in each of several queries, so only of one can the least be asked.
        var least = request.Prints.Count <= PrintsPerQuery ? request.Least : 1;
        Query matching = new MatchQuery(Fields.Prints, PrintTerms.Of(prints))
        {
            MinimumShouldMatch = (MinimumShouldMatch)least.ToString(CultureInfo.InvariantCulture),
        };
        return Searching(request, MaxHits, false, must: [matching], filter: []);
    }

    private static MultisearchBody Searching(
        SharedRequest request, int size, SourceConfig source, IReadOnlyList<Query> must, IReadOnlyList<Query> filter) => new()
        {
            Size = size,
            TrackTotalHits = true,
            Timeout = SearchBodyWriter.Timeout(request.Budget),
            Source = source,
            Query = Combined.Bool(
                must,
                filter: [.. filter, .. request.NotAfter is { } day ? [NotAfter(day)] : Array.Empty<Query>()],
                mustNot: [new TermQuery(Fields.Id, request.Except.Value)]),
        };

    private static Query NotAfter(DateOnly day) => Combined.AnyOf(
        [
            FilterWriter.Issued(null, day),
            Combined.Not(new ExistsQuery(Fields.Issued)),
        ]);

    private async Task<Dictionary<string, Statement>> ReadAsync(
        IReadOnlyList<string> ids, TimeSpan budget, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Statement>(StringComparer.Ordinal);
        foreach (var page in ids.Chunk(StatementsPerPage))
        {
            var body = new MultisearchBody
            {
                Size = page.Length,
                TrackTotalHits = false,
                Timeout = SearchBodyWriter.Timeout(budget),
                Source = SearchBodyWriter.SoundSource(),
                Query = Combined.AllOf([new TermsQuery(Fields.Id, new TermsQueryField([.. page.Select(id => (FieldValue)id)]))]),
            };
            var answer = await searches.SendAsync(body, budget, cancellationToken);
            Require([answer]);
            foreach (var hit in answer.Hits)
            {
                found[hit.Id!] = StatementDocument.ReadSound(hit.Source);
            }
        }

        return found;
    }

    private static void Require(IEnumerable<MultiSearchItem<JsonElement>> answers)
    {
        if (answers.Any(answer => answer.TimedOut))
        {
            throw new QueryTooCostlyException("Not all statements could be looked through in time.");
        }
    }
}
