using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Search.Archive.Freezing;
using Search.Archive.Searching;
using Search.Testing.Engines;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Api;

public sealed class FrozenEndpointsTests(SearchHost host) : IClassFixture<SearchHost>
{
    public static TheoryData<string, string?, string?> Ways { get; } = new()
    {
        { "?q=harbour&country=JP&country=NO", null, null },
        { "", "q=harbour&country=NO&country=JP", "application/x-www-form-urlencoded" },
        { "", """{"q": "harbour", "country": ["JP", "NO"]}""", "application/json" },
        { "?q=harbour", """{"country": ["JP", "NO"], "issuer": null}""", "application/json" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Freeze_HoweverItIsSent_IsFoundUnderItsHash(string address, string? body, string? type)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, type!);
        var response = await host.Client().PostAsync($"/api/v1/searches{address}", content, Token);
        var frozen = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        var hash = frozen.GetProperty("hash").GetString()!;
        var again = await host.Client().GetFromJsonAsync<JsonElement>(response.Headers.Location, Token);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal($"/api/v1/searches/{hash}", response.Headers.Location!.OriginalString);
        Assert.Equal(31, frozen.GetProperty("total").GetInt64());
        Assert.Equal(
            ["JP", "NO"], frozen.GetProperty("parameters").GetProperty("country").EnumerateArray().Select(value => value.GetString()));
        var canonical = again.GetProperty("canonical").GetString()!;
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        Assert.Equal(31, again.GetProperty("ids").GetArrayLength());
        Assert.Equal(0, again.GetProperty("since").GetProperty("added").GetArrayLength());
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("{\"q\": 1}")]
    [InlineData("{\"q\": ")]
    [InlineData("{\"sort\": \"newest\"}")]
    public async Task Freeze_WrongBody_IsAProblem(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await host.Client().PostAsync("/api/v1/searches", content, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("/problems/validation", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NothingFrozen_IsNotFound()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client().GetAsync("/api/v1/searches/abc", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client().GetAsync("/searches/abc", Token)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await host.Client().GetAsync("/api/v1/searches/abc?since=perhaps", Token)).StatusCode);
    }

    [Fact]
    public async Task Button_FreezesAndShowsThePage()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("q", "harbour <b>")]);
        var response = await host.Client().PostAsync("/searches", form, Token);
        var page = await host.Client().GetStringAsync(response.Headers.Location, Token);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Contains("harbour &lt;b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("0 added", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Freeze_TooOftenFromOneAddress_IsRefusedForThatAlone()
    {
        await using var limited = new SearchHost(
            new InMemoryEngine(), ("Search:RateLimit:Enabled", "true"), ("Search:RateLimit:Freezes", "2"));
        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            statuses.Add((await limited.Client().PostAsync("/api/v1/searches?q=harbour", null, Token)).StatusCode);
        }

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.TooManyRequests], statuses);
        Assert.Equal(HttpStatusCode.OK, (await limited.Client().GetAsync("/api/v1/statements?q=harbour", Token)).StatusCode);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.Forbidden, "/problems/archive-read-only")]
    [InlineData(true, HttpStatusCode.InsufficientStorage, "/problems/archive-full")]
    public async Task Freeze_NothingCanBeKept_IsSaid(bool isFull, HttpStatusCode status, string type)
    {
        await using var closed = new SearchHost(new ClosedEngine(isFull ? new FrozenRoomException() : new ArchiveReadOnlyException("no")));

        var response = await closed.Client().PostAsync("/api/v1/searches?q=harbour", null, Token);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(type, (await response.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("type").GetString());
    }

    private sealed class ClosedEngine(Exception exception) : WrappedEngine(() => new InMemoryEngine())
    {
        public override Task KeepAsync(FrozenText frozen, CancellationToken cancellationToken) => Task.FromException(exception);
    }
}
