using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Core.Statements;
using Search.Elasticsearch.Configuration;
using Search.Testing;
using Search.Testing.Servers;

namespace Search.Elasticsearch.Tests.Faults;

/// <summary>Whatever is wrong with the cluster: an exception that says so or a retry that helped, never an empty page.</summary>
public sealed class FaultTests
{
    private const string Shards =
        """{"total":2,"successful":1,"skipped":0,"failed":1,"failures":[{"reason":{"type":"no_shard_available_action_exception"}}]}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Faults => new("429", "502", "503", "504", "500", "reset", "cut short", "cut and mended", "empty");

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Search_FaultThatStays_IsUnavailable(string fault)
    {
        await using var server = new FaultyServer(Of(fault));
        await using var engine = Open(server.Url);

        await UnavailableAsync(engine);
    }

    [Theory]
    [InlineData("429", 2)]
    [InlineData("502", 2)]
    [InlineData("503", 2)]
    [InlineData("504", 2)]
    [InlineData("reset", 2)]
    [InlineData("cut short", 2)]
    [InlineData("cut and mended", 2)]
    public async Task Search_FaultThatPasses_IsTriedAgain(string fault, int requests)
    {
        await using var server = new FaultyServer(Of(fault), Answer.EmptyPage);
        await using var engine = Open(server.Url);

        var page = await SearchAsync(engine);

        Assert.Equal(0, page.Total);
        Assert.Equal(requests, server.Requests);
    }

    /// <summary>The hits of a page are asked for apart from its counts: one without the other is no page.</summary>
    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Search_OneOfItsRequestsFails_IsUnavailable(string fault)
    {
        await using var server = new FaultyServer(Answer.EmptyPage, Of(fault));
        await using var engine = Open(server.Url);
        var request = Request() with { Facets = [new FacetSelection(FacetName.Kind)] };

        await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.SearchAsync(request, Cancellation));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Search_OneOfItsRequestsFails_TheOtherIsNotWaitedFor(int failing)
    {
        var held = new TaskCompletionSource<RequestFate>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var proxy = new RequestProxy(
            new Uri(FaultyServer.Nowhere),
            request => request.Number == failing ? Task.FromResult(RequestFate.NotCarriedOut) : held.Task);
        await using var engine = new ElasticsearchSearchEngine(Options(proxy.Url) with { Retries = 0 });
        var request = Request() with { Facets = [new FacetSelection(FacetName.Kind)], Budget = TimeSpan.FromMinutes(1) };

        var exception = await Record.ExceptionAsync(() => engine.SearchAsync(request, Cancellation));
        held.SetResult(RequestFate.NotCarriedOut); // whatever came of it, as the proxy ends with its requests

        Assert.DoesNotContain("no answer within", Assert.IsType<EngineUnavailableException>(exception).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_NobodyListens_IsUnavailable()
    {
        await using var engine = Open(FaultyServer.Nowhere);

        await UnavailableAsync(engine);
    }

    [Fact]
    public async Task Search_SilentServer_IsUnavailableAfterItsBudget()
    {
        await using var server = new FaultyServer(Answer.Never);
        await using var engine = Open(server.Url);

        var exception = await Assert.ThrowsAsync<EngineUnavailableException>(
            () => engine.SearchAsync(Request() with { Budget = TimeSpan.FromMilliseconds(10) }, Cancellation));

        Assert.Contains("no answer within", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task Search_Cancelled_IsCancelledAndNotUnavailable()
    {
        await using var server = new FaultyServer(Answer.Never);
        await using var engine = Open(server.Url);
        using var cancelled = new CancellationTokenSource();
        var search = engine.SearchAsync(Request(), cancelled.Token);
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search);
    }

    [Fact]
    public async Task Search_RetryAfterLongerThanPatience_IsGivenToTheCaller()
    {
        await using var server = new FaultyServer(Answer.Of(429, "{}", "Retry-After: 60\r\n"));
        await using var engine = Open(server.Url);

        var exception = await Assert.ThrowsAsync<EngineUnavailableException>(() => SearchAsync(engine));

        Assert.Equal(TimeSpan.FromSeconds(60), exception.RetryAfter);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task Search_SomeShardsFailed_IsUnavailable()
    {
        await using var server = new FaultyServer(Answer.Search(
            $$$"""{"took":1,"timed_out":false,"_shards":{{{Shards}}},"hits":{"total":{"value":0,"relation":"eq"},"hits":[]}}"""));
        await using var engine = Open(server.Url);

        await UnavailableAsync(engine);
    }

    [Fact]
    public async Task Search_OutOfTime_IsMarkedIncomplete()
    {
        await using var server = new FaultyServer(OutOfTime(found: 3));
        await using var engine = Open(server.Url);

        Assert.False((await SearchAsync(engine)).Complete);
    }

    [Fact]
    public async Task Search_OutOfTimeBeforeAnythingWasFound_IsTooCostlyAndNotEmpty()
    {
        await using var server = new FaultyServer(OutOfTime(found: 0));
        await using var engine = Open(server.Url);

        await Assert.ThrowsAsync<QueryTooCostlyException>(() => SearchAsync(engine));
    }

    [Fact]
    public async Task Search_TooManyClauses_IsTooCostly()
    {
        await using var server = new FaultyServer(Answer.Of(
            400,
            """
            {"error":{"type":"search_phase_execution_exception","reason":"all shards failed","root_cause":[],
            "caused_by":{"type":"too_many_clauses","reason":"x"}},"status":400}
            """));
        await using var engine = Open(server.Url);

        await Assert.ThrowsAsync<QueryTooCostlyException>(() => SearchAsync(engine));
    }

    [Fact]
    public async Task Search_NoArchive_SaysWhatToDo()
    {
        await using var server = new FaultyServer(Answer.Of(
            404, """{"error":{"type":"index_not_found_exception","reason":"no such index [statements]"},"status":404}"""));
        await using var engine = Open(server.Url);

        var exception = await Assert.ThrowsAsync<EngineUnavailableException>(() => SearchAsync(engine));

        Assert.Contains("Import statements", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connect_WrongKey_SaysWhichSettingIsWrong()
    {
        await using var server = new FaultyServer(Answer.Of(401, """{"error":{"type":"security_exception","reason":"x"},"status":401}"""));
        await using var engine = Open(server.Url);

        var exception = await Assert.ThrowsAsync<ArchiveAccessException>(() => engine.ConnectAsync(Cancellation));

        Assert.Contains("Search:Elasticsearch:ApiKey", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task Search_OneNodeDown_FailsOverAndSaysSo()
    {
        await using var well = new FaultyServer(Answer.EmptyPage);
        var log = new RecordedLog();
        await using var engine = new ElasticsearchSearchEngine(Options(FaultyServer.Nowhere, well.Url), log);

        await SearchAsync(engine);
        await SearchAsync(engine);

        Assert.Equal(2, well.Requests);
        Assert.Single(log.Lines, line => line.Contains("failing over to another node", StringComparison.Ordinal));
    }

    /// <summary>A search has one time for all nodes together, and not one for each.</summary>
    [Fact]
    public async Task Search_ThreeSilentNodes_EndsBeforeAllAreAsked()
    {
        await using var first = new FaultyServer(Answer.Never);
        await using var second = new FaultyServer(Answer.Never);
        await using var third = new FaultyServer(Answer.Never);
        await using var engine = new ElasticsearchSearchEngine(Options(first.Url, second.Url, third.Url));

        await Assert.ThrowsAsync<EngineUnavailableException>(
            () => engine.SearchAsync(Request() with { Budget = TimeSpan.Zero }, Cancellation));

        Assert.InRange(first.Requests + second.Requests + third.Requests, 1, 2);
    }

    [Fact]
    public async Task Search_OneSilentNode_IsAnsweredByAnotherWithinTheSameTime()
    {
        await using var silent = new FaultyServer(Answer.Never);
        await using var well = new FaultyServer(Answer.EmptyPage);
        await using var engine = new ElasticsearchSearchEngine(Options(silent.Url, well.Url));

        for (var turn = 0; turn < 2; turn++) // whichever node comes first, each has then been the first
        {
            Assert.Equal(0, (await engine.SearchAsync(Request() with { Budget = TimeSpan.Zero }, Cancellation)).Total);
        }

        Assert.Equal((1, 2), (silent.Requests, well.Requests));
    }

    [Fact]
    public async Task Open_AllDown_IsUnavailable()
    {
        await using var engine = Open(FaultyServer.Nowhere);

        await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.OpenWriterAsync(WritePurpose.Update, Cancellation));
        await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.StatusAsync(Cancellation));
        await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.CountAsync([Match.Everything], SearchFilters.None, Cancellation));
        await Assert.ThrowsAsync<EngineUnavailableException>(() => engine.GetAsync("x", Cancellation));
    }

    /// <summary>The client reads an empty body as an answer without anything in it: no index, no hits, no statement.</summary>
    [Fact]
    public async Task AnyCall_AnsweredByNothing_IsUnavailable()
    {
        await using var server = new FaultyServer(Answer.Ok(string.Empty));
        await using var engine = Open(server.Url);
        Func<Task>[] calls =
        [
            () => engine.ConnectAsync(Cancellation),
            () => engine.PingAsync(Cancellation),
            () => engine.StatusAsync(Cancellation),
            () => engine.GetAsync("x", Cancellation),
            () => engine.CountAsync([Match.Everything], SearchFilters.None, Cancellation),
            () => engine.FacetAsync(new FacetRequest(Request(), FacetName.Issuer, string.Empty, 0, 10), Cancellation),
            () => engine.SimilarWordsAsync("harbour", 5, Cancellation),
            async () => await engine.ReadAllAsync(Cancellation).FirstOrDefaultAsync(Cancellation),
            () => engine.PlanAsync(UpkeepGoal.Rebuild, Cancellation),
            () => engine.OpenWriterAsync(WritePurpose.Update, Cancellation),
        ];
        foreach (var call in calls)
        {
            await Assert.ThrowsAsync<EngineUnavailableException>(call);
        }
    }

    /// <summary>OpenSearch and other relatives do not say that they are Elasticsearch.</summary>
    [Fact]
    public async Task Connect_NoElasticsearch_IsRefusedInOneSentenceThatSaysWhatIsServed()
    {
        await using var server = new FaultyServer(
            new Answer(Answer.EmptyPage.Bytes.Replace("X-Elastic-Product: Elasticsearch\r\n", string.Empty, StringComparison.Ordinal)));
        await using var engine = Open(server.Url);

        var exception = await Assert.ThrowsAsync<ArchiveAccessException>(() => engine.ConnectAsync(Cancellation));

        Assert.Contains("is no Elasticsearch", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Elasticsearch 8 or 9", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>The media type that the client asks for by itself is one that Elasticsearch 8 refuses.</summary>
    [Fact]
    public async Task Search_IsAskedInPlainJson()
    {
        await using var server = new FaultyServer(Answer.EmptyPage);
        await using var engine = Open(server.Url);

        await SearchAsync(engine);
        await engine.PingAsync(Cancellation);

        Assert.Equal(2, server.Heads.Count);
        Assert.All(server.Heads, head =>
        {
            Assert.Contains("Accept: application/json\r\n", head, StringComparison.Ordinal);
            Assert.Contains("Content-Type: application/json\r\n", head, StringComparison.Ordinal);
        });
    }

    private static Answer OutOfTime(int found) => Answer.Search(
        $$$"""
        {"took":1,"timed_out":true,"_shards":{"total":1,"successful":1,"skipped":0,"failed":0},
        "hits":{"total":{"value":{{{found}}},"relation":"eq"},"hits":[]}}
        """);

    private static Answer Of(string fault) => fault switch
    {
        "reset" => Answer.Broken,
        "cut short" => Answer.CutShort,
        "cut and mended" => Answer.CutAndMended,
        "empty" => Answer.Ok(string.Empty),
        _ => Answer.Of(int.Parse(fault), """{"error":{"type":"some_exception","reason":"some reason"},"status":0}"""),
    };

    private static SearchRequest Request() => new() { Query = Match.Everything, Sort = SortOrder.Newest };

    private static Task<SearchPage> SearchAsync(ElasticsearchSearchEngine engine) => engine.SearchAsync(Request(), Cancellation);

    private static async Task UnavailableAsync(ElasticsearchSearchEngine engine)
    {
        var exception = await Assert.ThrowsAsync<EngineUnavailableException>(() => SearchAsync(engine));
        Assert.NotNull(exception.RetryAfter);
    }

    private static ElasticsearchSearchEngine Open(string url) => new(Options(url));

    private static ElasticsearchOptions Options(params string[] urls) =>
        new() { Urls = urls, RetryDelay = TimeSpan.FromMilliseconds(1), Retries = 2 };
}
