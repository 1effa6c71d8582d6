using Search.Archive.Counting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Service.Requests;
using Search.Testing.Engines;
using Search.Testing.Generation;

namespace Search.Service.Tests.Counting;

public sealed class PhraseServiceTests
{
    /// <summary>A part of the words would be passed on as all of them.</summary>
    [Fact]
    public async Task Count_MoreStatementsThanAreRead_IsRefusedBeforeAnyIs()
    {
        var engine = new CountedPages(total: PhraseFillers.MostStatements + 1, complete: true);

        var refusal = await Assert.ThrowsAsync<QueryTooCostlyException>(() => CountAsync(engine));

        Assert.Contains("10,001", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, engine.Pages);
    }

    [Fact]
    public async Task Count_PageThatIsNotWhole_IsRefused() =>
        await Assert.ThrowsAsync<QueryTooCostlyException>(() => CountAsync(new CountedPages(total: 3, complete: false)));

    private static async Task CountAsync(IStatementSearch engine)
    {
        Assert.True(PhraseCallReader.TryRead(
            [KeyValuePair.Create("q", (string?)"\"the * of\"")], new DateOnly(2030, 6, 1), out var call, out var fault), fault?.ToString());
        await new PhraseService(engine, TimeProvider.System).CountAsync(call, TestContext.Current.CancellationToken);
    }

    private sealed class CountedPages(long total, bool complete) : WrappedEngine(() => new InMemoryEngine())
    {
        public int Pages { get; private set; }

        public override Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken)
        {
            Pages++;
            Assert.False(request.Highlights);
            return Task.FromResult(new SearchPage
            {
                Total = total,
                Complete = complete,
                Hits = [.. FictionalCorpus.Statements(3).Select(statement => new SearchHit(statement, 0, new([], [])))],
            });
        }
    }
}
