using Search.Archive.Searching;
using Search.Service.Assistance;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Where a statement stands in the list that it was found in, and what stands beside it there.</summary>
/// <param name="Index">Its place on the page of the list, from 0.</param>
/// <param name="Shown">Hits on that page.</param>
/// <param name="Total">Hits of the list.</param>
/// <param name="Previous">The hit before it on the page; null for the first.</param>
/// <param name="Next">The hit after it, on the next page where it is the last of its own.</param>
/// <param name="NextPage">The cursor of that next page; null while the next hit is on the same.</param>
public sealed record HitPlace(
    int Index, int Shown, TotalResponse Total, StatementLinkResponse? Previous, StatementLinkResponse? Next, string? NextPage);

/// <summary>
/// Finds hits beside a hit, so that a list can be read from text to text. It is asked beside a statement that is shown anyway: what does
/// not come in a moment is left out.
/// </summary>
public sealed class HitPlaceService(IStatementSearch engine, TimeProvider time)
{
    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Null where the statement is not on the page that the call asks for, where it does not come in time, and where hits that are the
    /// same text are shown once: what stands beside a hit there depends on all pages before.
    /// </summary>
    /// <param name="call">The page of the list.</param>
    /// <param name="id">The statement's id, or the one its source gave it.</param>
    /// <param name="cancellationToken">The reader's own.</param>
    public async Task<HitPlace?> FindAsync(SearchCall call, string id, CancellationToken cancellationToken)
    {
        if (call.Siblings == SiblingsAsked.Collapsed)
        {
            return null;
        }

        using var deadline = new AnswerDeadline(s_budget, time, cancellationToken);
        return await BesideAsync(deadline, async () =>
        {
            var page = await engine.SearchAsync(Bare(call, deadline), deadline.Token);
            var index = page.Hits.ToList().FindIndex(hit => hit.Statement.Id.Value == id || hit.Statement.SourceId == id);
            return index < 0 ? null : await PlaceAsync(call, page, index, deadline);
        });
    }

    /// <summary>The last hit of a page; null where it does not come in time.</summary>
    public async Task<StatementLinkResponse?> LastAsync(SearchCall call, CancellationToken cancellationToken)
    {
        using var deadline = new AnswerDeadline(s_budget, time, cancellationToken);
        return await BesideAsync(deadline, async () =>
        {
            var page = await engine.SearchAsync(Bare(call, deadline), deadline.Token);
            return Link(page.Hits is [.., var last] ? last : null);
        });
    }

    private async Task<HitPlace> PlaceAsync(SearchCall call, SearchPage page, int index, AnswerDeadline deadline)
    {
        var next = index + 1 < page.Hits.Count ? page.Hits[index + 1] : null;
        var after = next is null ? page.Next : null;
        if (after is not null)
        {
            var others = await engine.SearchAsync(Bare(call, deadline) with { After = after, Size = 1 }, deadline.Token);
            next = others.Hits is [var first, ..] ? first : null;
        }

        return new HitPlace(
            index,
            page.Hits.Count,
            new TotalResponse(page.Total, page.Complete),
            Link(index > 0 ? page.Hits[index - 1] : null),
            Link(next),
            after is null ? null : CursorText.Write(after, SearchFingerprint.Of(call)));
    }

    private static async Task<T?> BesideAsync<T>(AnswerDeadline deadline, Func<Task<T?>> work)
        where T : class
    {
        try
        {
            return await deadline.BesideAsync(work, null);
        }
        catch (CursorExpiredException)
        {
            // The list has changed under its cursor; the statement has not.
            return null;
        }
    }

    private static SearchRequest Bare(SearchCall call, AnswerDeadline deadline) =>
        call.Request with { Facets = [], Histogram = false, Highlights = false, Budget = deadline.Left };

    private static StatementLinkResponse? Link(SearchHit? hit) => hit is null ? null : StatementLinkResponse.To(hit.Statement);
}
