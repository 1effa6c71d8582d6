using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Elasticsearch.Configuration;
using Search.Elasticsearch.Tests.Servers;
using Search.Testing;

namespace Search.Elasticsearch.Tests.Faults;

/// <summary>A real server with security on.</summary>
public sealed class SecurityTests(SecuredServer server)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Connect_WrongKey_SaysWhichSettingIsWrong()
    {
        var (options, _) = await OptionsAsync();
        await using var engine = new ElasticsearchSearchEngine(
            options with { Username = null, Password = null, ApiKey = "d3Jvbmc6d3Jvbmc=" });

        var exception = await Assert.ThrowsAsync<ArchiveAccessException>(() => engine.ConnectAsync(Cancellation));

        Assert.Contains("Search:Elasticsearch:ApiKey", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadOnlyKey_ServesSearches_AndCannotImport()
    {
        var (options, http) = await OptionsAsync();
        await using var owner = new ElasticsearchSearchEngine(options);
        try
        {
            await owner.ConnectAsync(Cancellation);
            await WriteAsync(owner);
            await using var reader = new ElasticsearchSearchEngine(
                options with { Username = null, Password = null, ApiKey = await ReadKeyAsync(http, options.Index) });

            await reader.ConnectAsync(Cancellation);
            var page = await reader.SearchAsync(new SearchRequest { Query = Match.Word("lantern") }, Cancellation);
            var status = await reader.StatusAsync(Cancellation);
            var exception = await Assert.ThrowsAsync<EngineUnavailableException>(() => WriteAsync(reader));

            Assert.Equal(1, page.Total);
            Assert.Equal(1, status.Statements);
            Assert.Single(await reader.ReadAllAsync(Cancellation).ToListAsync(Cancellation));
            Assert.Contains("do not allow", exception.Message, StringComparison.Ordinal);
        }
        finally
        {
            await RemoveAsync(http, options.Index);
            http.Dispose();
        }
    }

    private static async Task WriteAsync(ElasticsearchSearchEngine engine)
    {
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        await writer.ImportAsync([new StatementBuilder("1") { Body = "A lantern on the pier." }.Build()], Cancellation);
        await writer.CompleteAsync(Cancellation);
    }

    private async Task<(ElasticsearchOptions Options, HttpClient Http)> OptionsAsync()
    {
        var address = await server.RequireAsync();
        var user = address.UserInfo.Split(':');
        var plain = address.GetLeftPart(UriPartial.Scheme) + address.Authority.Split('@')[^1];
        var http = new HttpClient { BaseAddress = new Uri(plain) };
        http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(address.UserInfo)));
        var index = $"test-{Guid.NewGuid():N}";
        return (new ElasticsearchOptions { Urls = [plain], Index = index, Username = user[0], Password = user[1] }, http);
    }

    private static async Task<string> ReadKeyAsync(HttpClient http, string alias)
    {
        var reading = new { indices = new[] { new { names = new[] { alias + "*" }, privileges = new[] { "read" } } } };
        using var answer = await http.PostAsJsonAsync(
            "_security/api_key", new { name = alias, role_descriptors = new { reading } }, Cancellation);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("encoded").GetString()!;
    }

    private static async Task RemoveAsync(HttpClient http, string alias)
    {
        var indices = await http.GetFromJsonAsync<JsonElement>($"{alias}-*?features=aliases", CancellationToken.None);
        foreach (var index in indices.EnumerateObject())
        {
            using var answer = await http.DeleteAsync(index.Name, CancellationToken.None);
        }
    }
}
