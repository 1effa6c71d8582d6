using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Api;

public sealed class ProblemTests(SearchHost host) : IClassFixture<SearchHost>
{
    public static TheoryData<Exception, int, string> Exceptions { get; } = new()
    {
        { new EngineUnavailableException("secret host 10.0.0.1", null, TimeSpan.FromSeconds(7)), 503, "/problems/engine-unavailable" },
        { new ArchiveBusyException("secret path"), 503, "/problems/engine-unavailable" },
        { new CursorExpiredException("secret generation"), 410, "/problems/cursor-expired" },
        { new QueryTooCostlyException("The query has more than 64 words."), 400, "/problems/query-too-costly" },
        { new InvalidOperationException("secret state"), 500, "/problems/internal-error" },
    };

    [Theory]
    [MemberData(nameof(Exceptions), DisableDiscoveryEnumeration = true)]
    public async Task Exception_FromTheEngine_IsItsProblem(Exception exception, int status, string type)
    {
        await using var failing = new SearchHost(new FailingEngine(exception));
        var response = await failing.Client().GetAsync("/api/v1/statements?q=harbour", Token);
        var text = await response.Content.ReadAsStringAsync(Token);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(type, problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.Equal(status == 503, response.Headers.RetryAfter is not null);
    }

    [Fact]
    public async Task EngineUnavailable_RetryAfter_IsTheEnginesOwn()
    {
        await using var failing = new SearchHost(new FailingEngine(new EngineUnavailableException("away", null, TimeSpan.FromSeconds(7))));

        Assert.Equal(TimeSpan.FromSeconds(7), (await failing.Client().GetAsync("/api/v1/statements", Token)).Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task EngineUnavailable_Page_IsNeverAnEmptyResult()
    {
        await using var failing = new SearchHost(new FailingEngine(new EngineUnavailableException("away")));
        var response = await failing.Client().GetAsync("/?q=harbour", Token);
        var page = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("cannot be asked now", page, StringComparison.Ordinal);
        Assert.DoesNotContain("0 statements", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ready_EngineAway_SaysNoAndNothingElse()
    {
        await using var failing = new SearchHost(new FailingEngine(new EngineUnavailableException("secret")));
        var response = await failing.Client().GetAsync("/health/ready", Token);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "no"), (response.StatusCode, await response.Content.ReadAsStringAsync(Token)));
        Assert.Equal("yes", await failing.Client().GetStringAsync("/health/live", Token));
    }

    [Theory]
    [InlineData("q=%22open", "/problems/query-syntax")]
    [InlineData("q=colour:red", "/problems/query-syntax")]
    [InlineData("q=date:2024-13-45", "/problems/query-syntax")]
    [InlineData("q=har%00bour", "/problems/query-syntax")]
    [InlineData("q=(a", "/problems/query-syntax")]
    public async Task Query_ThatCannotBeUnderstood_SaysWhereAndOffersARepair(string query, string type)
    {
        var problem = await ProblemAsync($"/api/v1/statements?{query}");

        Assert.Equal(type, problem.GetProperty("type").GetString());
        Assert.True(problem.GetProperty("position").GetInt32() >= 0);
        Assert.True(problem.GetProperty("length").GetInt32() >= 0);
        var repaired = problem.GetProperty("repaired").GetString()!;
        Assert.Equal(
            HttpStatusCode.OK, (await host.Client().GetAsync($"/api/v1/statements?q={Uri.EscapeDataString(repaired)}", Token)).StatusCode);
    }

    [Fact]
    public async Task Query_OfFiveThousandCharacters_IsTooCostly() => Assert.Equal(
        "/problems/query-too-costly",
        (await ProblemAsync($"/api/v1/statements?q={new string('a', 5000)}")).GetProperty("type").GetString());

    [Theory]
    [InlineData("/api/v1/statements?size=0", "size")]
    [InlineData("/api/v1/statements?from=01/02/2024", "from")]
    [InlineData("/api/v1/statements?cursor=zzz", "cursor")]
    [InlineData("/api/v1/statements?quary=x", "quary")]
    [InlineData("/api/v1/statements/first?size=3", "size")]
    [InlineData("/api/v1/statements/first/versions?q=x", "q")]
    [InlineData("/api/v1/facets/issuer?sort=newest", "sort")]
    public async Task Parameter_ThatIsWrong_IsAKeyOfErrors(string path, string name)
    {
        var problem = await ProblemAsync(path);

        Assert.Equal("/problems/validation", problem.GetProperty("type").GetString());
        Assert.Equal([name], problem.GetProperty("errors").EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task Cursor_OfAnotherSearch_IsRefused()
    {
        var page = await host.Client().GetFromJsonAsync<JsonElement>("/api/v1/statements?q=fish&size=2", Token);
        var problem = await ProblemAsync($"/api/v1/statements?q=harbour&size=2&cursor={page.GetProperty("next").GetString()}");

        Assert.Equal("/problems/validation", problem.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Method_ThatIsNotSupported_IsAProblem()
    {
        var response = await host.Client().DeleteAsync("/api/v1/statements", Token);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(
            "/problems/method-not-allowed", (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("type").GetString());
    }

    [Fact]
    public async Task RateLimit_PastTheBurst_Is429WithRetryAfter()
    {
        await using var limited = new SearchHost(
            null, ("Search:RateLimit:Enabled", "true"), ("Search:RateLimit:Burst", "2"), ("Search:RateLimit:PerSecond", "1"));
        using var client = limited.Client();
        HttpResponseMessage? refused = null;
        for (var request = 0; request < 20 && refused is null; request++)
        {
            var response = await client.GetAsync("/api/v1/statements", Token);
            refused = response.StatusCode == HttpStatusCode.TooManyRequests ? response : null;
        }

        Assert.NotNull(refused);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Equal(
            "/problems/rate-limited", (await refused.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", Token)).StatusCode);
    }

    [Fact]
    public async Task EveryType_HasAPage()
    {
        foreach (var type in Problems.ProblemTypes.All)
        {
            var response = await host.Client().GetAsync(type.Path, Token);

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains(type.Path, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }
    }

    private async Task<JsonElement> ProblemAsync(string path)
    {
        var response = await host.Client().GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
