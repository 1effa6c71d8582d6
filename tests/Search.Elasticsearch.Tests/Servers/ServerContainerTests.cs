using System.Net;

namespace Search.Elasticsearch.Tests.Servers;

/// <summary>The container that stands in where no server is named: that it comes, answers, and goes.</summary>
[Trait("Runs", "apart")]
public sealed class ServerContainerTests
{
    [Fact]
    public async Task TryStart_WithPassword_IsWellAndAsksForIt_AndGoesWhenDisposed()
    {
        var (container, reason) = await ServerContainer.TryStartAsync("test-password", TestContext.Current.CancellationToken);
        Assert.SkipWhen(container is null, reason);
        using var client = new HttpClient { BaseAddress = container!.Address };
        try
        {
            using var stranger = await client.GetAsync("/", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
            client.DefaultRequestHeaders.Authorization = ServerImage.Credentials("test-password");
            using var known = await client.GetAsync("/", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, known.StatusCode);
        }
        finally
        {
            await container.DisposeAsync();
        }

        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync("/", TestContext.Current.CancellationToken));
    }
}
