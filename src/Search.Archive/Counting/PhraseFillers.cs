using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Archive.Counting;

/// <summary>Counts what stands at the open places of a phrase, in every statement that has it: whole and exact, or refused.</summary>
public sealed class PhraseFillers(IStatementSearch search)
{
    /// <summary>Statements whose texts are looked through for one answer; more are refused before any is.</summary>
    public const int MostStatements = 10_000;

    /// <param name="request">What is asked.</param>
    /// <param name="work">Ends the reading of texts when the time is over.</param>
    /// <param name="cancellationToken">Ends all of it.</param>
    /// <exception cref="QueryTooCostlyException">Too many statements have the phrase, or not all could be read in time.</exception>
    public async Task<FillerCounts> CountAsync(FillerRequest request, MatchWork work, CancellationToken cancellationToken)
    {
        var pages = new SearchRequest
        {
            Query = request.Query,
            Filters = request.Filters,
            Sort = SortOrder.Newest,
            Size = SearchRequest.MaxSize,
            Highlights = false,
            Budget = request.Budget,
        };
        var first = await WholePages.OneAsync(search, pages, cancellationToken);
        if (first.Total > MostStatements)
        {
            throw new QueryTooCostlyException(
                $"The phrase stands in {first.Total:N0} statements, and the words in it are counted in {MostStatements:N0} at most; "
                + "make the query narrower, by an issuer or by dates.");
        }

        var (reader, tally, analyzer) = (new FillerReader(request.Phrase, work), new FillerTally(), new TextAnalyzer());
        await foreach (var page in WholePages.AllAsync(search, pages, first, cancellationToken))
        {
            foreach (var statement in page.Hits.Select(hit => hit.Statement))
            {
                work.Check();
                tally.Add(statement, reader.Read(new AnalyzedStatement(statement, analyzer)));
            }
        }

        return tally.ToCounts();
    }
}

/// <summary>What stands at the open places of a phrase, asked for.</summary>
public sealed record FillerRequest
{
    /// <summary>What must match; no statement without the phrase does.</summary>
    public required MatchNode Query { get; init; }

    public required OpenPhrase Phrase { get; init; }

    public SearchFilters Filters { get; init; } = SearchFilters.None;

    /// <summary>How long the engine may take for a page of statements.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(5);
}

/// <param name="Statements">Statements with the phrase.</param>
/// <param name="Occurrences">How often it stands in them.</param>
/// <param name="Fillers">In most statements first, of equal ones those that occur more often, then by their words.</param>
public sealed record FillerCounts(long Statements, long Occurrences, IReadOnlyList<FillerCount> Fillers);

/// <summary>Words at the open places; case and accents make no other words.</summary>
/// <param name="Text">As it is printed most often.</param>
/// <param name="Statements">Statements with it.</param>
/// <param name="Occurrences">How often it stands in them.</param>
/// <param name="First">The first of them as <see cref="UseOrder"/> has it, of one date the one with the lowest id; null for none.</param>
/// <param name="Last">The last, likewise.</param>
/// <param name="Example">The first, or where none has a date the one with the lowest id.</param>
/// <param name="Passage">Finds the phrase with these words in the example.</param>
public sealed record FillerCount(
    string Text, long Statements, long Occurrences, Statement? First, Statement? Last, Statement Example, MatchNode Passage);
