using Search.Archive;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Testing;

namespace Search.Service.Tests;

/// <summary>A search as a host asks for it: from parameters to the answer.</summary>
internal static class Asking
{
    public static async Task<SearchPageResponse> SearchAsync(
        ISearchEngine engine, string query, params IEnumerable<(string Name, string? Value)> others)
    {
        var parameters = others
            .Select(other => KeyValuePair.Create(other.Name, other.Value))
            .Prepend(KeyValuePair.Create("q", (string?)query));
        Assert.True(SearchCallReader.TryRead(parameters, new(2030, 6, 1), out var call, out var fault), fault?.ToString());
        return await new SearchService(engine, engine, engine, TestClock.AtNoon()).SearchAsync(call, CancellationToken.None);
    }
}
