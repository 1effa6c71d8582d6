using Search.Archive.Storing;
using Search.Testing;
using Search.Testing.Engines;

namespace Search.Service.Tests.Neighbours;

public sealed class SimilarityServiceTests
{
    [Fact]
    public async Task Get_ByRareWords_FindsWhatHasThemAndLeavesSiblingsOut()
    {
        const string body = "The lightship Cormorant was towed from the quicksand by the salvage tug while the crew waited in the harbour.";
        var engine = new InMemoryEngine();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, TestContext.Current.CancellationToken))
        {
            var ordinary = Enumerable.Range(0, 200).Select(number => new StatementBuilder($"s{number}")
            {
                Body = $"The harbour waited for the crew, number {number}.",
            });
            StatementBuilder[] others =
            [
                new("asked") { Body = body },
                new("sibling") { Body = body, Source = "Evening Buoy" },
                new("near") { Body = "A salvage of lightships in quicksands is never easy." },
                new("far") { Body = "A tug came." },
            ];
            await writer.ImportAsync(
                [.. ordinary.Concat(others).Select(statement => statement.Build())], TestContext.Current.CancellationToken);
        }

        var service = new SimilarityService(engine, engine, engine, TimeProvider.System);
        var similar = (await service.GetAsync("asked", TestContext.Current.CancellationToken))!;

        Assert.Equal(1, similar.Siblings);
        var near = Assert.Single(similar.Similar);
        Assert.Equal(["lightship", "quicksand", "salvage"], near.Words.Order());
        Assert.DoesNotContain(similar.Words, word => word.Text == "harbour");
    }
}
