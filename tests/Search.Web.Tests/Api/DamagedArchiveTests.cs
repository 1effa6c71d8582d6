using System.Net;
using System.Text.Json;
using Search.Archive.Searching;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Api;

/// <summary>An archive that cannot be used has a page and a problem of its own, whatever is asked, and is not asked for them.</summary>
public sealed class DamagedArchiveTests
{
    public static TheoryData<Exception, int, string> Faults { get; } = new()
    {
        { new ArchiveDamagedException("secret page 7"), 500, "/problems/archive-damaged" },
        { new ArchiveFormatException("secret path"), 500, "/problems/archive-unusable" },
        { new ArchiveNameClashException("secret index"), 500, "/problems/archive-unusable" },
        { new ArchiveClosedException("secret index"), 500, "/problems/archive-unusable" },
        { new ArchiveGoneException("secret index"), 500, "/problems/archive-unusable" },
        { new ArchiveFullException("secret disk"), 507, "/problems/archive-full" },
        { new EngineUnavailableException("secret node"), 503, "/problems/engine-unavailable" },
    };

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task EveryPage_ArchiveThatCannotBeUsed_SaysSoInWords(Exception exception, int status, string type)
    {
        await using var host = new SearchHost(new FailingEngine(exception));
        using var client = host.Client();
        string[] paths = ["/", "/?q=harbour", "/statements/first", "/statements/first/versions/1", "/facets/issuer", "/coverage"];
        foreach (var path in paths)
        {
            using var response = await client.GetAsync(path, Token);
            var page = await response.Content.ReadAsStringAsync(Token);

            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
            Assert.Contains(Problems.ProblemTypes.All.Single(known => known.Path == type).Title, page, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public async Task EveryCall_ArchiveThatCannotBeUsed_IsAProblem(Exception exception, int status, string type)
    {
        await using var host = new SearchHost(new FailingEngine(exception));
        using var client = host.Client();
        foreach (var path in (string[])["statements", "statements/first", "statements/first/versions", "facets/issuer"])
        {
            using var response = await client.GetAsync($"/api/v1/{path}", Token);
            var problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Token));

            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal(type, problem.GetProperty("type").GetString());
            Assert.DoesNotContain("secret", problem.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Statement_TextDiffersFromItsHash_SaysWhichInPageAndJson()
    {
        await using var host = new SearchHost(new FailingEngine(new ArchiveDamagedException("secret", null, "abc123")));
        using var client = host.Client();

        var page = await client.GetAsync("/statements/abc123", Token);
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        Assert.Contains("abc123 differs from what was written", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);

        var answer = await client.GetAsync("/api/v1/statements/abc123", Token);
        var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Token));
        Assert.Equal("/problems/archive-damaged", problem.GetProperty("type").GetString());
        Assert.Equal("abc123", problem.GetProperty("statementId").GetString());
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/?q=%22open")]
    [InlineData("/?size=0")]
    [InlineData("/facets/colour")]
    [InlineData("/problems")]
    [InlineData("/problems/archive-damaged")]
    [InlineData("/problems/unheard-of")]
    public async Task ProblemPage_IsMadeWithoutTheArchive(string path)
    {
        var (engine, asked) = AskedEngine.Create();
        await using var host = new SearchHost(engine);

        using var response = await host.Client().GetAsync(path, Token);

        Assert.StartsWith("<!DOCTYPE html>", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Empty(asked.Asked);
    }
}
