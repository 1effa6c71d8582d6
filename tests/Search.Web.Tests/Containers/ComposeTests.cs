using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Search.Web.Tests.Containers;

/// <summary>
/// What the README promises of docker-compose.yml, from the build of the image to a search. Runs apart from other tests
/// (trait), where the environment asks for it.
/// </summary>
[Trait("Runs", "apart")]
public sealed class ComposeTests
{
    private const string Variable = "SEARCH_TEST_COMPOSE";

    [Fact]
    public async Task Up_FromTheCheckout_ServesTheSamplesAsNobodyInParticular_AndLeavesNothing()
    {
        await using var project = await ComposeProject.RequireAsync(Variable);
        try
        {
            await project.UpAsync();
            using var client = new HttpClient
            {
                BaseAddress = await project.AddressAsync("search", 8080),
                Timeout = TimeSpan.FromSeconds(10),
            };
            await WaitUntilReadyAsync(client);

            var page = await client.GetFromJsonAsync<JsonElement>("/api/v1/statements?q=harbour", Token);
            Assert.True(page.GetProperty("total").GetProperty("value").GetInt64() > 0);
            Assert.NotEmpty(page.GetProperty("hits")[0].GetProperty("snippets").EnumerateArray());
            Assert.Contains("<mark>", await client.GetStringAsync("/?q=harbour", Token), StringComparison.Ordinal);
            Assert.Equal("1654", await project.ExecuteAsync("search", "id", "-u"));
            Assert.NotEqual("0", await project.ExecuteAsync("elasticsearch", "id", "-u"));
            Assert.Equal(IPAddress.Loopback.ToString(), (await project.AddressAsync("elasticsearch", 9200)).Host);
        }
        catch (Exception exception) when (!Token.IsCancellationRequested)
        {
            Assert.Fail($"{exception.Message}\n{await project.LogsAsync()}");
        }

        await project.DownAsync();
        Assert.Empty(await project.LeftAsync());
    }

    private static async Task WaitUntilReadyAsync(HttpClient client)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(4));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (await timer.WaitForNextTickAsync(patience.Token))
        {
            try
            {
                using var answer = await client.GetAsync("/health/ready", patience.Token);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception exception)
                when (exception is HttpRequestException or TaskCanceledException && !patience.IsCancellationRequested)
            {
                // Not yet listening, or still busy starting.
            }
        }
    }
}
