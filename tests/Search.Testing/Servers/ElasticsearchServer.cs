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

    /// <summary>
    /// The server's address, for what both engines must do alike. Skips the test when none is named, which with CI=true is a failure.
    /// </summary>
    public static Uri RequireAsContract()
    {
        FailIfContract(string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)), $"{Variable} names no Elasticsearch.");
        return Require();
    }

    /// <summary>With CI=true fails a test that would be skipped because there is no server for it.</summary>
    public static void FailIfContract(bool isMissing, string? reason)
    {
        if (isMissing && Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail($"These tests must not be skipped with CI=true. {reason}");
        }
    }
}
