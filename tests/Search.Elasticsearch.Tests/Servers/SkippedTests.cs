namespace Search.Elasticsearch.Tests.Servers;

/// <summary>
/// What runs by itself runs after everything else: a run without a server ends with one line on what that left out, and how to
/// run it. The runner shows nothing of a run but its tests and their reasons.
/// </summary>
[CollectionDefinition(nameof(SkippedTests), DisableParallelization = true)]
[Collection(nameof(SkippedTests))]
public sealed class SkippedTests(PlainServer plain, SecuredServer secured)
{
    [Fact]
    public async Task Require_OfAllTests_FoundAServer()
    {
        var reason = await plain.TellWhyMissingAsync() ?? await secured.TellWhyMissingAsync();

        Assert.SkipWhen(reason is not null, $"Whatever needs Elasticsearch was skipped. {reason}");
    }
}
