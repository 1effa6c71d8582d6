using Search.Indexer.Hosting;
using Search.Testing.Servers;

namespace Search.Indexer.Tests;

/// <summary>The commands with a key that may only read, on a real Elasticsearch with security.</summary>
public sealed class ReadOnlyKeyTests
{
    [Fact]
    public async Task AKeyThatMayOnlyRead_Searches_AndCannotImport()
    {
        await using var server = SecuredElasticsearch.Require();
        using var search = new CommandLine { Archives = null };
        search.Variables["Search__Engine"] = "elasticsearch";
        search.Variables["Search__Elasticsearch__Urls"] = server.Url;
        search.Variables["Search__Elasticsearch__Index"] = server.Alias;
        search.Variables["Search__Elasticsearch__Username"] = server.Username;
        search.Variables["Search__Elasticsearch__Password"] = server.Password;
        var path = search.Write("a.jsonl", Lines.Many(3));
        Assert.Equal(ExitCode.Success, (await search.RunAsync("import", path)).ExitCode);

        search.Variables.Remove("Search__Elasticsearch__Username");
        search.Variables.Remove("Search__Elasticsearch__Password");
        search.Variables["Search__Elasticsearch__ApiKey"] = await server.CreateReadKeyAsync(TestContext.Current.CancellationToken);
        var query = await search.RunAsync("query", "harbour", "--json");
        var import = await search.RunAsync("import", path);
        var freeze = await search.RunAsync("freeze", "harbour");

        Assert.Equal(ExitCode.Success, query.ExitCode);
        Assert.Equal(3, query.Json.GetProperty("total").GetProperty("value").GetInt64());
        Assert.Equal(ExitCode.Unavailable, import.ExitCode);
        Assert.Contains("do not allow", import.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.ReadOnly, freeze.ExitCode);
        Assert.Contains("no result be frozen", freeze.Error, StringComparison.Ordinal);
    }
}
