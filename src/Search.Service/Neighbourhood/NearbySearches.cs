using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Queries;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service.Neighbourhood;

/// <summary>What was counted beside a page.</summary>
internal sealed record NearbyCounts(IReadOnlyList<LadderRungResponse> Ladder, IReadOnlyList<AlsoResponse> Also)
{
    public static NearbyCounts None { get; } = new([], []);
}

/// <summary>Searches that lie near one that was asked. They are named with their counts, never added to it.</summary>
internal sealed class NearbySearches(ISearchEngine engine)
{
    /// <summary>With as many hits the words are hardly misspelt.</summary>
    private const int FewHits = 3;
    private const int MaxWords = 8;

    /// <summary>The ladder and the other ways to find the countries that are named, all in one call of the engine.</summary>
    public async Task<NearbyCounts> CountAsync(SearchCall call, CancellationToken cancellationToken)
    {
        IReadOnlyList<LadderRung> rungs = call.Lowering.MatchAny ? [] : Ladder.Build(call.Query) ?? [];
        var also = Also.Find(call.Query);
        if (rungs.Count + also.Count == 0)
        {
            return NearbyCounts.None;
        }

        MatchNode[] queries = [.. rungs.Select(rung => QueryLowering.Lower(rung.Query, call.Lowering)), .. also.Select(other => Lower(other.Query, call))];
        var counts = await engine.CountAsync(queries, call.Request.Filters, cancellationToken);
        return new NearbyCounts(
            [.. rungs.Select((rung, index) => new LadderRungResponse(rung.Level, counts[index], rung.Text))],
            [.. also.Select((other, index) => new AlsoResponse("country", other.Label, other.Query, counts[rungs.Count + index]))]);
    }

    /// <summary>What the archive holds under the same filters, whatever it says.</summary>
    public async Task<CoverageResponse?> CoverageAsync(SearchCall call, CancellationToken cancellationToken)
    {
        var everything = new SearchRequest
        {
            Query = new EverythingMatch(),
            Filters = call.Request.Filters,
            Sort = SortOrder.Newest,
            Size = 1,
            Budget = call.Request.Budget,
        };
        var newest = await engine.SearchAsync(everything, cancellationToken);
        var oldest = await engine.SearchAsync(everything with { Sort = SortOrder.Oldest }, cancellationToken);
        return new CoverageResponse(newest.Total, Day(oldest), Day(newest));
    }

    /// <summary>The query with words that the archive does not have replaced by likely ones, if that finds more.</summary>
    public async Task<IReadOnlyList<AlsoResponse>> SpellingAsync(SearchCall call, long hits, CancellationToken cancellationToken)
    {
        if (hits >= FewHits)
        {
            return [];
        }

        string[] words = [.. QueryWords.Of(call.Query).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxWords)];
        if (words.Length == 0)
        {
            return [];
        }

        var counts = await engine.CountAsync(
            [.. words.Select(word => QueryLowering.Lower(new WordNode(word), call.Lowering))], SearchFilters.None, cancellationToken);
        var corrected = call.Text;
        foreach (var word in words.Where((_, index) => counts[index] == 0))
        {
            var similar = await SimilarAsync(word, cancellationToken);
            corrected = similar is null ? corrected : QueryWords.Replace(corrected, word, similar);
        }

        if (corrected == call.Text || !QueryParser.TryParse(corrected, out _, out _))
        {
            return [];
        }

        var found = await engine.CountAsync([Lower(corrected, call)], call.Request.Filters, cancellationToken);
        return found[0] > hits ? [new AlsoResponse("spelling", corrected, corrected, found[0])] : [];
    }

    private async Task<string?> SimilarAsync(string word, CancellationToken cancellationToken)
    {
        List<Token> tokens = [];
        new TextAnalyzer().Analyze(TextNormalizer.Normalize(word), tokens);
        return tokens.Count != 1
            ? null
            : (await engine.SimilarWordsAsync(tokens[0].Forms.Exact, 2, cancellationToken)).FirstOrDefault(similar => similar != tokens[0].Forms.Exact);
    }

    private static MatchNode Lower(string query, SearchCall call) =>
        QueryParser.TryParse(query, out var node, out _) ? QueryLowering.Lower(node, call.Lowering) : new NothingMatch();

    private static DateOnly? Day(SearchPage page) => page.Hits.Count == 0 ? null : page.Hits[0].Statement.Issued;
}
