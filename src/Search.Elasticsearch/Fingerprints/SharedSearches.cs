using System.Globalization;
using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.MSearch;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Search.Archive.Fingerprints;
using Search.Archive.Matching;
using Search.Core.Statements;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Queries;
using Search.Elasticsearch.Searching;

namespace Search.Elasticsearch.Fingerprints;

/// <summary>Finds statements by fingerprints: first how many each has, then those with the most whole.</summary>
internal sealed class SharedSearches(ArchiveSearches searches)
{
    /// <summary>Words that every cluster takes in one query.</summary>
    private const int PrintsPerQuery = 1_024;

    /// <summary>Hits that every index gives in one answer.</summary>
    private const int MaxHits = 10_000;

    /// <summary>Whole statements in one answer.</summary>
    private const int StatementsPerPage = 500;

    public async Task<SharedPrints> FindAsync(SharedRequest request, CancellationToken cancellationToken)
    {
        if (request.Prints.Count == 0)
        {
            return new SharedPrints(0, []);
        }

        var answers = await searches.SendManyAsync(
            [.. request.Prints.Chunk(PrintsPerQuery).Select(prints => Counting(prints, request))], null, request.Budget, cancellationToken);
        Require(answers);
        var counts = answers.SelectMany(answer => answer.Hits)
            .GroupBy(hit => hit.Id!, hit => (int)Math.Round(hit.Score ?? 0), StringComparer.Ordinal)
            .Select(hit => (Id: hit.Key, Count: hit.Sum()))
            .Where(hit => hit.Count >= request.Least)
            .OrderByDescending(hit => hit.Count).ThenBy(hit => hit.Id, StringComparer.Ordinal)
            .ToList();

        // Of one query's hits beyond what an answer holds nobody knows which other queries have them, too: at least so many there are.
        var total = answers.Where(answer => answer.Total > MaxHits).Select(answer => answer.Total).DefaultIfEmpty(0).Max();
        var ids = counts.Take(request.Size).Select(hit => hit.Id).ToList();
        return new SharedPrints(Math.Max(total, counts.Count), await ReadAsync(ids, request, cancellationToken));
    }

    private static MultisearchBody Counting(IReadOnlyList<uint> prints, SharedRequest request)
    {
        // A statement may have some of its fingerprints in each of several queries, so only of one can the least be asked.
        var least = request.Prints.Count <= PrintsPerQuery ? request.Least : 1;
        Query matching = new MatchQuery(Fields.Prints, PrintTerms.Of(prints))
        {
            MinimumShouldMatch = (MinimumShouldMatch)least.ToString(CultureInfo.InvariantCulture),
        };
        return new MultisearchBody
        {
            Size = MaxHits,
            TrackTotalHits = true,
            Timeout = Timeout(request),
            Source = false,
            Query = Combined.Bool(
                must: [matching],
                filter: request.NotAfter is { } day ? [NotAfter(day)] : [],
                mustNot: [new TermQuery(Fields.Id, request.Except.Value)]),
        };
    }

    private static Query NotAfter(DateOnly day) => Combined.AnyOf(
        [
            new DateRangeQuery(Fields.Issued) { Lte = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
            Combined.Not(new ExistsQuery(Fields.Issued)),
        ]);

    private async Task<IReadOnlyList<Statement>> ReadAsync(
        IReadOnlyList<string> ids, SharedRequest request, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Statement>(StringComparer.Ordinal);
        foreach (var page in ids.Chunk(StatementsPerPage))
        {
            var body = new MultisearchBody
            {
                Size = page.Length,
                TrackTotalHits = false,
                Timeout = Timeout(request),
                Source = SearchBodyWriter.SoundSource(),
                Query = Combined.AllOf([new TermsQuery(Fields.Id, new TermsQueryField([.. page.Select(id => (FieldValue)id)]))]),
            };
            var answer = await searches.SendAsync(body, request.Budget, cancellationToken);
            Require([answer]);
            foreach (var hit in answer.Hits)
            {
                found[hit.Id!] = StatementDocument.ReadSound(hit.Source);
            }
        }

        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    private static void Require(IEnumerable<MultiSearchItem<JsonElement>> answers)
    {
        if (answers.Any(answer => answer.TimedOut))
        {
            throw new QueryTooCostlyException("Not all statements could be looked through in time.");
        }
    }

    private static string Timeout(SharedRequest request) => $"{(long)Math.Ceiling(request.Budget.TotalMilliseconds)}ms";
}
