using Search.Archive.Fingerprints;
using Search.Archive.Matching;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Service.Responses;
using Search.Testing.Engines;

namespace Search.Service.Tests.Neighbours;

public sealed class SiblingPagesTests
{
    private const int Pairs = 25;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Search_NotAsked_SaysNothingOfSiblings()
    {
        var page = await Asking.SearchAsync(new NoPrints(await FilledAsync(Statements(alone: 3))), string.Empty);

        Assert.All(page.Hits, hit => Assert.Null(hit.Siblings));
        Assert.Null(page.Collapsed);
        Assert.False(page.Partial);
    }

    [Fact]
    public async Task Search_SiblingsAsked_SaysAtEveryHitHowMany()
    {
        var page = await Asking.SearchAsync(
            await FilledAsync(Statements(alone: 7)), string.Empty, ("siblings", "true"), ("size", "100"));

        Assert.Equal((2 * Pairs) + 7, page.Hits.Count);
        Assert.Equal(2 * Pairs, page.Hits.Count(hit => hit.Siblings == 1));
        Assert.Equal(7, page.Hits.Count(hit => hit.Siblings == 0));
    }

    [Theory]
    [InlineData("newest", 3)]
    [InlineData("oldest", 10)]
    [InlineData("relevance", 7)]
    [InlineData("relevance", 100)]
    public async Task Search_Collapsed_ShowsTheFirstOfEachGroupOnceOverAllPages(string sort, int size)
    {
        var engine = await FilledAsync(Statements(alone: 7));
        var all = (await Asking.SearchAsync(engine, "water", ("sort", sort), ("size", "100"))).Hits;

        var pages = await PagesAsync(engine, "water", sort, size);

        Assert.Equal(FirstOfEach(all), pages.SelectMany(page => page.Hits).Select(hit => hit.SourceId));
        Assert.Equal(all.Count, pages.Sum(page => page.Hits.Count + page.Collapsed!.Hidden));
        Assert.All(pages, page => Assert.Equal(all.Count, page.Total.Value));
        Assert.All(pages, page => Assert.InRange(page.Hits.Count, 0, size));
        Assert.Equal(Math.Min(size, FirstOfEach(all).Count()), pages[0].Hits.Count);
    }

    [Theory]
    [InlineData("collapse", "siblings")]
    [InlineData("siblings", "true")]
    public async Task Search_NotComparedInTime_IsTheWholePageMarkedPartial(string parameter, string value)
    {
        var page = await Asking.SearchAsync(new NoPrints(await FilledAsync(Statements(alone: 0))), string.Empty, (parameter, value));

        Assert.Equal(20, page.Hits.Count);
        Assert.All(page.Hits, hit => Assert.Null(hit.Siblings));
        Assert.True(page.Partial);
        Assert.NotNull(page.Next);
    }

    private static List<Statement> Statements(int alone)
    {
        var made = new MadePairs(109);
        var ones = Enumerable.Range(0, Pairs + alone).Select(made.Statement).ToList();
        return [.. ones, .. ones.Take(Pairs).Select(made.WithoutAParagraph)];
    }

    /// <summary>Both statements of a pair have the title of the one, and the other's goes on.</summary>
    private static IEnumerable<string?> FirstOfEach(IEnumerable<HitResponse> hits) =>
        hits.DistinctBy(hit => hit.Title.Replace(" elsewhere", string.Empty, StringComparison.Ordinal)).Select(hit => hit.SourceId);

    private static async Task<List<SearchPageResponse>> PagesAsync(InMemoryEngine engine, string query, string sort, int size)
    {
        var pages = new List<SearchPageResponse>();
        do
        {
            pages.Add(await Asking.SearchAsync(
                engine,
                query,
                ("sort", sort),
                ("collapse", "siblings"),
                ("size", $"{size}"),
                ("cursor", pages.LastOrDefault()?.Next)));
        }
        while (pages[^1].Next is not null);

        return pages;
    }

    private static async Task<InMemoryEngine> FilledAsync(IReadOnlyList<Statement> statements)
    {
        var engine = new InMemoryEngine();
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        await writer.ImportAsync(statements, Cancellation);
        await writer.CompleteAsync(Cancellation);
        return engine;
    }

    /// <summary>Cannot look through its fingerprints in time.</summary>
    private sealed class NoPrints(InMemoryEngine engine) : WrappedEngine(() => engine)
    {
        public override Task<IReadOnlyList<SharedPrints>> FindSharedAsync(
            IReadOnlyList<SharedRequest> requests, CancellationToken cancellationToken) =>
            throw new QueryTooCostlyException("No time.");
    }
}
