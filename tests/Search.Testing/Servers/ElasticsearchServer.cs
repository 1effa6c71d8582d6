using Xunit;

namespace Search.Testing.Servers;

/// <summary>A real Elasticsearch to compare with, if the environment names one.</summary>
public static class ElasticsearchServer
{
    public const string Variable = "SEARCH_TEST_ELASTICSEARCH_URL";

    /// <summary>The server's address. Skips the test when none is named.</summary>
    public static Uri Require()
    {
        var address = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(address), $"{Variable} names no Elasticsearch.");
        return new Uri(address!);
    }
}
