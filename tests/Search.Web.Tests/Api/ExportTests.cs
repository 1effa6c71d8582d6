using System.Net;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Testing.Engines;
using Search.Testing.Generation;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Api;

public sealed class ExportTests
{
    [Fact]
    public async Task Export_EngineGoesAwayMeanwhile_IsNeverTakenForAWholeOne()
    {
        var engine = new InMemoryEngine();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, Token))
        {
            await writer.ImportAsync(FictionalCorpus.Statements(250), Token);
        }

        await using var host = new SearchHost(new LostEngine(engine));
        using var response = await host.Client().GetAsync("/api/v1/export", HttpCompletionOption.ResponseHeadersRead, Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("250", Assert.Single(response.Headers.GetValues("X-Total-Count")));
        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("250", HttpStatusCode.OK)]
    [InlineData("249", HttpStatusCode.BadRequest)]
    public async Task Export_ConfiguredLimit_IsToldBeforeTheFirstLine(string limit, HttpStatusCode status)
    {
        var engine = new InMemoryEngine();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, Token))
        {
            await writer.ImportAsync(FictionalCorpus.Statements(250), Token);
        }

        await using var host = new SearchHost(engine, ("Search:ExportLimit", limit));
        using var response = await host.Client().GetAsync("/api/v1/export", Token);

        Assert.Equal(status, response.StatusCode);
        if (status == HttpStatusCode.OK)
        {
            Assert.Equal(limit, Assert.Single(response.Headers.GetValues("X-Export-Limit")));
        }
        else
        {
            Assert.Contains("one export has 249 at most", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }
    }

    /// <summary>Answers the first page and no other.</summary>
    private sealed class LostEngine(InMemoryEngine engine) : WrappedEngine(() => engine)
    {
        public override Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) => request.After is null
            ? base.SearchAsync(request, cancellationToken)
            : throw new EngineUnavailableException("gone");
    }
}
