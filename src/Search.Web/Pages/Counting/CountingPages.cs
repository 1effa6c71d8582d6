using Search.Service;
using Search.Service.Requests;
using Search.Web.Pages.Layout;
using Search.Web.Pages.Problems;
using Search.Web.Problems;

namespace Search.Web.Pages.Counting;

/// <summary>Pages of what is counted over all statements that match.</summary>
internal static class CountingPages
{
    private const int MostCalendars = 20;

    public static void MapCountingPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/uses", UsesAsync);
        pages.MapGet("/trends", TrendsAsync);
        pages.MapGet("/issuers/compare", CompareAsync);
        pages.MapGet("/coverage", CoverAsync);
        pages.MapGet("/phrases", PhrasesAsync);
    }

    private static async Task<IResult> TrendsAsync(
        HttpRequest request, SearchService search, TrendService service, CancellationToken cancellationToken)
    {
        var url = SearchUrl.From(request);
        return CountingCallReader.TryReadTrends(request.PageParameters(), search.Today, out var call, out var fault)
            ? PageResult.Of<TrendsPage>(
                (nameof(TrendsPage.Trends), await service.CountAsync(call, cancellationToken)),
                (nameof(TrendsPage.Url), url))
            : ProblemPages.Show(ProblemDocument.From(fault), url.At("/trends"));
    }

    private static async Task<IResult> CompareAsync(
        HttpRequest request, SearchService search, ComparisonService service, CancellationToken cancellationToken)
    {
        var url = SearchUrl.From(request);
        return CountingCallReader.TryReadComparison(request.PageParameters(), search.Today, out var call, out var fault)
            ? PageResult.Of<ComparisonPage>(
                (nameof(ComparisonPage.Comparison), await service.CompareAsync(call, cancellationToken)),
                (nameof(ComparisonPage.Url), url))
            : ProblemPages.Show(ProblemDocument.From(fault), url.At("/issuers/compare"));
    }

    private static async Task<IResult> CoverAsync(
        HttpRequest request, CoverageService service, ArchiveOverview archive, CancellationToken cancellationToken)
    {
        var url = SearchUrl.From(request);
        return CountingCallReader.TryReadCoverage(
            request.PageParameters().Where(pair => !PageParameters.IsCarried(pair.Key)), out var call, out var fault)
            ? PageResult.Of<CoveragePage>(
                (nameof(CoveragePage.Call), call),
                (nameof(CoveragePage.Coverage), await service.CoverAsync(Shortened(call), cancellationToken)),
                (nameof(CoveragePage.Archive), await archive.GetAsync(cancellationToken)),
                (nameof(CoveragePage.Url), url.With(SearchParameters.Cursor, null)))
            : ProblemPages.Show(ProblemDocument.From(fault), url.At("/coverage"));
    }

    /// <summary>A calendar each for a hundred issuers is nothing that anybody looks at.</summary>
    private static CoverageCall Shortened(CoverageCall call) => call with { Size = Math.Min(call.Size, MostCalendars) };

    private static async Task<IResult> PhrasesAsync(
        HttpRequest request, SearchService search, PhraseService service, CancellationToken cancellationToken)
    {
        var url = SearchUrl.From(request);
        return PhraseCallReader.TryRead(request.PageParameters(), search.Today, out var call, out var fault)
            ? PageResult.Of<PhrasesPage>(
                (nameof(PhrasesPage.Phrases), await service.CountAsync(call, cancellationToken)),
                (nameof(PhrasesPage.Url), url.With(SearchParameters.Cursor, null)))
            : ProblemPages.Show(ProblemDocument.From(fault), url.At("/phrases"));
    }

    private static async Task<IResult> UsesAsync(
        HttpRequest request, SearchService search, UseService service, CancellationToken cancellationToken)
    {
        var url = SearchUrl.From(request);
        return CountingCallReader.TryReadUses(request.PageParameters(), search.Today, out var call, out var fault)
            ? PageResult.Of<UsesPage>(
                (nameof(UsesPage.Uses), await service.CountAsync(call, cancellationToken)),
                (nameof(UsesPage.Url), url.With(SearchParameters.Cursor, null)))
            : ProblemPages.Show(ProblemDocument.From(fault), url.At("/uses"));
    }
}
