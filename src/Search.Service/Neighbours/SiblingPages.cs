using Search.Archive.Fingerprints;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Service.Assistance;
using Search.Service.Requests;

namespace Search.Service.Neighbours;

/// <param name="Hits">Those shown.</param>
/// <param name="Next">Where the next page begins.</param>
/// <param name="Counts">How many siblings each of the hits has; empty where they were not counted.</param>
/// <param name="Hidden">Hits that are not shown; null where hits are not collapsed.</param>
internal sealed record SiblingPage(
    IReadOnlyList<SearchHit> Hits, SearchCursor? Next, IReadOnlyDictionary<StatementId, int> Counts, int? Hidden = null)
{
    public int? CountOf(SearchHit hit) => Counts.TryGetValue(hit.Statement.Id, out var count) ? count : null;
}

/// <summary>Says at the hits of a page how many siblings they have, and shows siblings once.</summary>
/// <remarks>docs/decisions/0107 says what a group is, and why it is looked for when it is asked.</remarks>
internal sealed class SiblingPages(IStatementSearch engine, ISharedPrints prints)
{
    /// <summary>Times that more hits are asked for in the place of those not shown; then a page stays shorter.</summary>
    private const int MaxPages = 5;

    private static readonly Dictionary<StatementId, int> s_none = [];

    private readonly SiblingFinder _finder = new(prints);

    /// <summary>A search's request as an engine takes it: cursors of collapsed pages carry more.</summary>
    public static SearchRequest ForEngine(SearchCall call) => call.Siblings == SiblingsAsked.Collapsed
        ? call.Request with { After = ShownMarks.TakeFrom(call.Request.After).Cursor }
        : call.Request;

    /// <param name="call">The search.</param>
    /// <param name="page">The engine's page.</param>
    /// <param name="deadline">The answer's: without siblings the page stands as it is.</param>
    public Task<SiblingPage> OfAsync(SearchCall call, SearchPage page, AnswerDeadline deadline) =>
        call.Siblings switch
        {
            SiblingsAsked.Counted => deadline.BesideAsync(
                () => CountAsync(page, deadline), new SiblingPage(page.Hits, page.Next, s_none)),
            SiblingsAsked.Collapsed => deadline.BesideAsync(() => CollapseAsync(call, page, deadline), Whole(call, page)),
            _ => Task.FromResult(new SiblingPage(page.Hits, page.Next, s_none)),
        };

    /// <summary>Nothing hidden, and what was shown before is not forgotten.</summary>
    private static SiblingPage Whole(SearchCall call, SearchPage page) =>
        new(page.Hits, ShownMarks.TakeFrom(call.Request.After).Marks.AddTo(page.Next), s_none, 0);

    private async Task<SiblingPage> CountAsync(SearchPage page, AnswerDeadline deadline)
    {
        var siblings = await FindAsync(page, deadline);
        return new SiblingPage(
            page.Hits,
            page.Next,
            page.Hits.Zip(siblings).ToDictionary(hit => hit.First.Statement.Id, hit => hit.Second.Siblings.Count));
    }

    private async Task<SiblingPage> CollapseAsync(SearchCall call, SearchPage page, AnswerDeadline deadline)
    {
        var collapsed = new CollapsedHits(ShownMarks.TakeFrom(call.Request.After).Marks);
        collapsed.Add(page.Hits, await FindAsync(page, deadline));
        for (var more = 1; more < MaxPages && page.Next is not null && collapsed.Hits.Count < call.Request.Size; more++)
        {
            page = await engine.SearchAsync(
                call.Request with
                {
                    After = page.Next,
                    Size = call.Request.Size - collapsed.Hits.Count,
                    Facets = [],
                    Histogram = false,
                    Beside = BesideQueries.None,
                    Budget = deadline.Left,
                },
                deadline.Token);
            collapsed.Add(page.Hits, await FindAsync(page, deadline));
        }

        return new SiblingPage(collapsed.Hits, collapsed.Shown.AddTo(page.Next), collapsed.Counts, collapsed.Hidden);
    }

    private Task<IReadOnlyList<FoundSiblings>> FindAsync(SearchPage page, AnswerDeadline deadline) =>
        _finder.FindAsync([.. page.Hits.Select(hit => hit.Statement)], deadline, deadline.Token);
}
