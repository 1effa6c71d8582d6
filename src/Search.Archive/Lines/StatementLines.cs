using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Archive.Lines;

/// <summary>
/// Every occurrence of a query's words, a line each. Neither engine can give them: they keep words with their places, and not the
/// words around these in order. So the statements that match come page by page, and their texts are read.
/// </summary>
public sealed class StatementLines(IStatementSearch search)
{
    /// <summary>Statements whose lines can be put in the order of words, and that are read for one page by day.</summary>
    public const int MostStatements = 1_000;

    /// <summary>Lines that can be put in the order of words: after these no further statement is read.</summary>
    public const int MostLines = 20_000;

    /// <summary>Texts may be long, and most pages of lines need few of them.</summary>
    private const int StatementsAtOnce = 20;

    /// <summary>Whether a query marks words at all; one of countries and dates only finds statements, and no lines.</summary>
    public static bool HasWords(MatchNode query) => QueryPart.Of(query).Count > 0;

    /// <summary>A page of lines by statement.</summary>
    /// <param name="request">By day or newest.</param>
    /// <param name="after">Where the page before ended; null for the first.</param>
    /// <param name="size">Lines wanted.</param>
    /// <param name="work">Ends the reading of texts when the time is over.</param>
    /// <param name="cancellationToken">Ends all of it.</param>
    /// <exception cref="CursorExpiredException">The statement at which the page begins is not there any more.</exception>
    /// <exception cref="QueryTooCostlyException">Not all could be read in time.</exception>
    public async Task<LinePage> PageAsync(
        LineRequest request, LinePlace? after, int size, MatchWork work, CancellationToken cancellationToken)
    {
        var pages = Pages(request) with { Size = StatementsAtOnce, After = after?.Page };
        var page = new LinePageReader(new LineReader(request, work), after, size);
        for (var at = pages; ;)
        {
            var found = await WholePages.OneAsync(search, at, cancellationToken);
            foreach (var statement in found.Hits.Select(hit => hit.Statement))
            {
                work.Check();
                if (!page.Add(statement, at.After))
                {
                    return new LinePage(found.Total, page.Lines, page.Next);
                }
            }

            if (page.IsSeeking)
            {
                throw new CursorExpiredException("The archive has changed since this page was made; begin again from its first page.");
            }

            if (found.Next is null)
            {
                return new LinePage(found.Total, page.Lines, null);
            }

            at = pages with { After = found.Next };
        }
    }

    /// <summary>The lines of the newest statements, in the order of the words beside them.</summary>
    /// <param name="request">Left or right.</param>
    /// <param name="work">Ends the reading of texts when the time is over.</param>
    /// <param name="cancellationToken">Ends all of it.</param>
    /// <exception cref="QueryTooCostlyException">Not all could be read in time.</exception>
    public async Task<LinesInOrder> InOrderAsync(LineRequest request, MatchWork work, CancellationToken cancellationToken)
    {
        var pages = Pages(request) with { Size = SearchRequest.MaxSize };
        var first = await WholePages.OneAsync(search, pages, cancellationToken);
        var (reader, lines, read) = (new LineReader(request, work), new List<ContextLine>(), 0);
        await foreach (var page in WholePages.AllAsync(search, pages, first, cancellationToken))
        {
            foreach (var statement in page.Hits.Select(hit => hit.Statement))
            {
                work.Check();
                lines.AddRange(reader.Read(statement));
                read++;
                if (read == MostStatements || lines.Count >= MostLines)
                {
                    return new LinesInOrder(first.Total, read, WordOrder.Sort(lines, request.Sort));
                }
            }
        }

        return new LinesInOrder(first.Total, read, WordOrder.Sort(lines, request.Sort));
    }

    private static SearchRequest Pages(LineRequest request) => new()
    {
        Query = request.Query,
        Filters = request.Filters,
        Sort = request.Sort == LineSort.Day ? SortOrder.Oldest : SortOrder.Newest,
        Highlights = false,
        Budget = request.Budget,
    };

    /// <summary>Collects one page of lines out of statements in their order.</summary>
    private sealed class LinePageReader(LineReader reader, LinePlace? after, int size)
    {
        private readonly List<ContextLine> _lines = [];
        private int _read;

        public IReadOnlyList<ContextLine> Lines => _lines;

        public LinePlace? Next { get; private set; }

        /// <summary>Whether the statement at which the page begins has not come yet.</summary>
        public bool IsSeeking { get; private set; } = after is not null;

        /// <summary>False when the page has ended.</summary>
        /// <param name="statement">The next in order.</param>
        /// <param name="page">The page in which it stands.</param>
        public bool Add(Statement statement, SearchCursor? page)
        {
            var shown = 0;
            if (IsSeeking)
            {
                if (statement.Id.Value != after!.Statement)
                {
                    return true;
                }

                (IsSeeking, shown) = (false, after.Lines);
            }

            if (_read++ == MostStatements)
            {
                Next = new LinePlace(page, statement.Id.Value, 0);
                return false;
            }

            var lines = reader.Read(statement);
            var taken = Math.Min(size - _lines.Count, Math.Max(0, lines.Count - shown));
            _lines.AddRange(lines.Skip(shown).Take(taken));
            Next = shown + taken < lines.Count ? new LinePlace(page, statement.Id.Value, shown + taken) : null;
            return Next is null;
        }
    }
}
