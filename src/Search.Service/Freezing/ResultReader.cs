using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Upkeep;
using Search.Core.Statements;
using Search.Service.Assistance;
using Search.Service.Requests;

namespace Search.Service.Freezing;

/// <summary>A hit of a result that is frozen or compared: its head, and the hashes of the whole.</summary>
internal sealed record ResultHit(Statement Head, FrozenEntry Entry);

/// <summary>All hits of a search in one state of the archive.</summary>
internal sealed record WholeResult(string Generation, IReadOnlyList<ResultHit> Hits);

/// <summary>Reads every hit of a search, in one state of the archive.</summary>
internal sealed class ResultReader(IStatementSearch search, IArchiveUpkeep archive)
{
    /// <summary>An archive that is being written to may stand still in between.</summary>
    private const int Attempts = 3;

    /// <param name="call">The search.</param>
    /// <param name="most">More are refused.</param>
    /// <param name="deadline">For all of it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="QueryTooCostlyException">There are more, or not all were found in time.</exception>
    /// <exception cref="ArchiveBusyException">The archive changed each time while it was read.</exception>
    public async Task<WholeResult> ReadAsync(SearchCall call, int most, AnswerDeadline deadline, CancellationToken cancellationToken)
    {
        var before = await GenerationAsync(cancellationToken);
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var hits = await HitsAsync(call, most, deadline, cancellationToken);
            var after = await GenerationAsync(cancellationToken);
            if (before == after)
            {
                return new WholeResult(after, hits);
            }

            before = after;
        }

        throw new ArchiveBusyException("The archive is being written to: a result is of one state of it. Try again when that has ended.");
    }

    private async Task<IReadOnlyList<ResultHit>> HitsAsync(
        SearchCall call, int most, AnswerDeadline deadline, CancellationToken cancellationToken)
    {
        var request = call.Request with
        {
            Sort = SortOrder.Newest,
            Size = SearchRequest.MaxSize,
            Facets = [],
            Histogram = false,
            Highlights = false,
            Budget = deadline.Left,
        };
        var first = await WholePages.OneAsync(search, request, cancellationToken);
        if (first.Total > most)
        {
            throw new QueryTooCostlyException($"The search has {first.Total:N0} hits, and {most:N0} are the most here; make it narrower.");
        }

        var hits = new List<ResultHit>();
        await foreach (var page in WholePages.AllAsync(search, request, first, cancellationToken))
        {
            if (deadline.Token.IsCancellationRequested)
            {
                throw new QueryTooCostlyException("Not all hits could be read in time; make the search narrower.");
            }

            hits.AddRange(page.Hits.Select(hit => HitOf(hit.Statement)));
        }

        // What was written meanwhile may have moved to where it was not read yet.
        return [.. hits.DistinctBy(hit => hit.Entry.Id).OrderBy(hit => hit.Entry.Id, StringComparer.Ordinal)];
    }

    private async Task<string> GenerationAsync(CancellationToken cancellationToken) =>
        (await archive.StatusAsync(cancellationToken)).Generation;

    private static ResultHit HitOf(Statement statement)
    {
        var (content, text) = StatementHash.Of(statement);
        return new ResultHit(
            statement with { Body = string.Empty },
            new FrozenEntry(statement.Id.Value, Convert.ToHexStringLower(content), Convert.ToHexStringLower(text)));
    }
}
