using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Search.Testing.Servers;

/// <summary>A real Elasticsearch with security on, if the environment names one (with user and password in its address).</summary>
public sealed class SecuredElasticsearch : IAsyncDisposable
{
    public const string Variable = "SEARCH_TEST_ELASTICSEARCH_SECURED_URL";

    private readonly HttpClient _http;

    private SecuredElasticsearch(Uri address)
    {
        Url = address.GetLeftPart(UriPartial.Scheme) + address.Authority.Split('@')[^1];
        (Username, Password) = (address.UserInfo.Split(':')[0], address.UserInfo.Split(':')[1]);
        _http = new HttpClient { BaseAddress = new Uri(Url) };
        _http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(address.UserInfo)));
    }

    /// <summary>Without user and password.</summary>
    public string Url { get; }

    public string Username { get; }

    public string Password { get; }

    /// <summary>An alias of one test's own; its indices go at the end.</summary>
    public string Alias { get; } = $"test-{Guid.NewGuid():N}";

    /// <summary>Skips the test when none is named.</summary>
    public static SecuredElasticsearch Require()
    {
        var address = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(address), $"{Variable} names no Elasticsearch with security.");
        return new SecuredElasticsearch(new Uri(address!));
    }

    /// <summary>A key that may read the alias and its indices, and nothing else.</summary>
    public async Task<string> CreateReadKeyAsync(CancellationToken cancellationToken)
    {
        var reading = new { indices = new[] { new { names = new[] { Alias + "*" }, privileges = new[] { "read" } } } };
        using var answer = await _http.PostAsJsonAsync(
            "_security/api_key", new { name = Alias, role_descriptors = new { reading } }, cancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("encoded").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var index in (await _http.GetFromJsonAsync<JsonElement>($"{Alias}-*?features=aliases")).EnumerateObject())
        {
            using var answer = await _http.DeleteAsync(index.Name);
        }

        _http.Dispose();
    }
}
