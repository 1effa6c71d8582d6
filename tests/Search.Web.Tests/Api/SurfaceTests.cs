using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Api;

/// <summary>What others call is pinned: a change shows as a difference of these files.</summary>
public sealed class SurfaceTests(SearchHost host) : IClassFixture<SearchHost>
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    [Fact]
    public async Task OpenApi_IsAsPinned()
    {
        var document = JsonSerializer.Deserialize<JsonElement>(await host.Client().GetStringAsync("/openapi/v1.json", Token));

        await Snapshot.MatchesAsync("openapi.json", JsonSerializer.Serialize(document, s_indented));
    }

    [Fact]
    public async Task Endpoints_AreAsPinned()
    {
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText?.StartsWith("/assets/", StringComparison.Ordinal) != true)
            .Select(endpoint =>
                string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"])
                + $" {endpoint.RoutePattern.RawText}")
            .Order(StringComparer.Ordinal);

        await Snapshot.MatchesAsync("endpoints.txt", string.Join('\n', endpoints));
    }

    [Fact]
    public async Task OpenApi_Rules_ReportNothing()
    {
        var text = await host.Client().GetStringAsync("/openapi/v1.json", Token);

        var read = OpenApiDocument.Parse(text, "json", new OpenApiReaderSettings { RuleSet = ValidationRuleSet.GetDefaultRuleSet() });

        Assert.NotNull(read.Diagnostic);
        Assert.Empty(read.Diagnostic.Errors.Select(error => error.ToString()));
        Assert.Empty(read.Diagnostic.Warnings.Select(warning => warning.ToString()));
    }

    /// <summary>What linters ask beyond the rules of the format: to find, to try and to license what is described.</summary>
    [Fact]
    public async Task OpenApi_Document_SaysWhereWhoAndUnderWhichTerms()
    {
        var document = JsonSerializer.Deserialize<JsonElement>(await host.Client().GetStringAsync("/openapi/v1.json", Token));

        Assert.Equal("/", Assert.Single(document.GetProperty("servers").EnumerateArray()).GetProperty("url").GetString());
        Assert.Equal("MIT", document.GetProperty("info").GetProperty("license").GetProperty("identifier").GetString());
        Assert.NotEmpty(document.GetProperty("info").GetProperty("contact").GetProperty("name").GetString()!);
        Assert.Empty(Assert.Single(document.GetProperty("security").EnumerateArray()).EnumerateObject());
        Assert.All(
            document.GetProperty("tags").EnumerateArray(),
            tag => Assert.NotEmpty(tag.GetProperty("description").GetString()!));
        var names = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject())
            .Select(operation => operation.Value.GetProperty("operationId").GetString()!)
            .ToList();
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public async Task OpenApi_EveryOperation_DescribesItsParametersAndProblems()
    {
        var document = JsonSerializer.Deserialize<JsonElement>(await host.Client().GetStringAsync("/openapi/v1.json", Token));
        foreach (var operation in document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject())
            .Select(entry => entry.Value))
        {
            Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
            Assert.All(
                operation.GetProperty("parameters").EnumerateArray(),
                parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
            var responses = operation.GetProperty("responses").EnumerateObject().Select(response => response.Name).ToHashSet();
            Assert.Superset(new HashSet<string>(["400", "429", "503"]), responses);
            Assert.Contains(responses, status => status is "200" or "201");
        }
    }
}
