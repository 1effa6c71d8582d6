using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Queries;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service.Assistance;

/// <summary>Searches related to one that was asked. They are named with their counts, never added to it.</summary>
internal sealed class RelatedSearches(IStatementSearch engine)
{
    /// <summary>With as many hits the words are hardly misspelt.</summary>
    private const int FewHits = 3;
    private const int MaxWords = 8;

    /// <summary>The ladder and the other ways to find the countries that are named.</summary>
    public static RelatedQueries Find(SearchCall call)
    {
        IReadOnlyList<LikenessLevel> levels = call.Meaning.MatchAny ? [] : LikenessLevels.Build(call.Query) ?? [];
        var also = CountryAlternatives.Find(call.Query);
        return new RelatedQueries(
            call.Request.Query,
            [.. levels.Select(level => (level, QueryMeaning.Of(level.Query, call.Meaning)))],
            [.. also.Select(other => (other, MeaningOf(other.Query, call)))]);
    }

    public async Task<RelatedCounts> CountAsync(RelatedQueries related, SearchFilters filters, CancellationToken cancellationToken) =>
        related.Counted(related.Queries.All is [] ? [] : await engine.CountAsync(related.Queries.All, filters, cancellationToken));

    /// <summary>What the archive holds under the same filters and restrictions of the query, whatever it says.</summary>
    public async Task<CoverageResponse?> CoverageAsync(SearchCall call, TimeSpan budget, CancellationToken cancellationToken)
    {
        var everything = new SearchRequest
        {
            Query = Restrictions.Of(call.Request.Query),
            Filters = call.Request.Filters,
            Sort = SortOrder.Newest,
            Size = 1,
            Budget = budget,
        };
        var ends = await Task.WhenAll(
            engine.SearchAsync(everything, cancellationToken),
            engine.SearchAsync(everything with { Sort = SortOrder.Oldest }, cancellationToken));
        return new CoverageResponse(ends[0].Total, Day(ends[1]), Day(ends[0]), []);
    }

    /// <summary>The query with words that the archive does not have replaced by likely ones, if that finds more.</summary>
    public async Task<IReadOnlyList<AlsoResponse>> SpellingAsync(SearchCall call, long hits, CancellationToken cancellationToken)
    {
        if (hits >= FewHits || (hits > 0 && RequiresItsWords(call)))
        {
            return [];
        }

        string[] words = [.. QueryWords.Of(call.Query).Distinct(StringComparer.OrdinalIgnoreCase).Take(MaxWords)];
        if (words.Length == 0)
        {
            return [];
        }

        var counts = await engine.CountAsync(
            [.. words.Select(word => QueryMeaning.Of(new WordNode(word), call.Meaning))], SearchFilters.None, cancellationToken);
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

        var found = await engine.CountAsync([MeaningOf(corrected, call)], call.Request.Filters, cancellationToken);
        return found[0] > hits ? [new AlsoResponse("spelling", corrected, corrected, found[0])] : [];
    }

    /// <summary>Whether a hit has every word that may be misspelt, so that none can be one that the archive lacks.</summary>
    private static bool RequiresItsWords(SearchCall call) => !call.Meaning.MatchAny && QueryWords.AreRequired(call.Query);

    private async Task<string?> SimilarAsync(string word, CancellationToken cancellationToken)
    {
        List<Token> tokens = [];
        new TextAnalyzer().Analyze(TextNormalizer.Normalize(word), tokens);
        return tokens.Count != 1
            ? null
            : (await engine.SimilarWordsAsync(tokens[0].Forms.Exact, 2, cancellationToken))
                .FirstOrDefault(similar => similar != tokens[0].Forms.Exact);
    }

    private static MatchNode MeaningOf(string query, SearchCall call) =>
        QueryParser.TryParse(query, out var node, out _) ? QueryMeaning.Of(node, call.Meaning) : new NothingMatch();

    private static DateOnly? Day(SearchPage page) => page.Hits.Count == 0 ? null : page.Hits[0].Statement.Issued?.First;
}
