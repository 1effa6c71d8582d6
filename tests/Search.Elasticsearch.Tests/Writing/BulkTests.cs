using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Search.Archive.Searching;
using Search.Elasticsearch.Configuration;
using Search.Elasticsearch.Tests.Bodies;
using Search.Elasticsearch.Transport;
using Search.Elasticsearch.Writing;
using Search.Testing.Servers;

namespace Search.Elasticsearch.Tests.Writing;

public sealed class BulkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(10, 100, "3 3 1")] // by bytes: an item takes its document and some
    [InlineData(10_000, 2, "2 2 2 1")] // by number
    [InlineData(1, 100, "1 1 1 1 1 1 1")] // each larger than a batch
    public void Cut_ByBytesThenByNumber(int documents, int maxItems, string expected)
    {
        var items = Items(7);
        var maxBytes = documents == 10 ? 3 * items[0].Bytes : documents == 1 ? 1 : documents;

        Assert.Equal(expected,
            string.Join(' ', BatchCutter.Cut(items, maxBytes, maxItems).Select(range => range.End.Value - range.Start.Value)));
    }

    [Fact]
    public void Cut_Nothing_IsNoBatch() => Assert.Empty(BatchCutter.Cut([]));

    [Fact]
    public async Task Send_SomeItemsNotForNow_SendsThoseAgainAndMatchesByPosition()
    {
        await using var server = new FaultyServer(
            Bulk(201, 429, 409, 503, 400),
            Bulk(201, 503),
            Bulk(201));

        var outcomes = await SendAsync(server.Url, 5);

        Assert.Equal(
            [BulkResult.Written, BulkResult.Written, BulkResult.Conflict, BulkResult.Written, BulkResult.Refused],
            outcomes.Select(outcome => outcome.Result));
        Assert.Contains("some reason", outcomes[4].Reason, StringComparison.Ordinal);
        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public async Task Send_AnswerLost_ConflictIsUncertain()
    {
        await using var server = new FaultyServer(Answer.Broken, Bulk(409));

        var outcome = Assert.Single(await SendAsync(server.Url, 1, retries: 0));

        Assert.Equal(BulkResult.Conflict, outcome.Result);
        Assert.True(outcome.Uncertain);
    }

    /// <summary>The request is sent again below the sender, which then sees one answer only.</summary>
    [Fact]
    public async Task Send_AnswerLostAndRequestRepeated_ConflictIsUncertain()
    {
        await using var server = new FaultyServer(Answer.Broken, Bulk(409));

        var outcome = Assert.Single(await SendAsync(server.Url, 1));

        Assert.True(outcome.Uncertain);
        Assert.Equal(2, server.Requests);
    }

    [Fact]
    public async Task Send_NodeLostUnderAnItem_SendsItAgainAndItsConflictIsUncertain()
    {
        const string lost =
            """{"items":[{"create":{"status":500,"error":{"type":"node_disconnected_exception","reason":"some reason"}}}]}""";
        await using var server = new FaultyServer(Answer.Ok(lost), Bulk(409));

        var outcome = Assert.Single(await SendAsync(server.Url, 1));

        Assert.Equal(BulkResult.Conflict, outcome.Result);
        Assert.True(outcome.Uncertain);
    }

    [Fact]
    public void Item_NewReplacingOrVersioned_IsTwoLines()
    {
        var item = new BulkItem("a\"b", "{}"u8.ToArray());

        Assert.Equal("""{"create":{"_id":"a\u0022b"}}""" + "\n{}\n", ClientJson.LinesOf(item));
        Assert.Equal(
            """{"index":{"_id":"a\u0022b","version":7,"version_type":"external_gte"}}""" + "\n{}\n",
            ClientJson.LinesOf(item with { Version = 7 }));
        Assert.Equal(
            """{"index":{"_id":"a\u0022b","if_primary_term":2,"if_seq_no":7}}""" + "\n{}\n",
            ClientJson.LinesOf(item with { Replaces = new DocumentState(7, 2) }));
    }

    [Fact]
    public async Task Send_NeverTaken_IsUnavailableWhenPatienceEnds()
    {
        await using var server = new FaultyServer(Bulk(429));

        await Assert.ThrowsAsync<EngineUnavailableException>(() => SendAsync(server.Url, 1, patience: TimeSpan.Zero));
    }

    [Fact]
    public async Task Send_TooLargeARequest_IsHalvedAndTheItemTooLargeByItselfRefused()
    {
        await using var server = new FaultyServer(Answer.Of(413, "{}"), Bulk(201), Answer.Of(413, "{}"));

        var outcomes = await SendAsync(server.Url, 2);

        Assert.Equal([BulkResult.Written, BulkResult.Refused], outcomes.Select(outcome => outcome.Result));
    }

    /// <summary>An alias alone is written to, and of each item only what is read comes back.</summary>
    [Fact]
    public async Task Send_AsksForNoMoreThanIsRead()
    {
        await using var server = new FaultyServer(Bulk(201));

        await SendAsync(server.Url, 1);

        Assert.StartsWith(
            "POST /statements/_bulk?require_alias=true&timeout=10s&filter_path=errors,items.*.status,items.*.error HTTP",
            Assert.Single(server.Heads),
            StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<BulkOutcome>> SendAsync(string url, int items, int retries = 2, TimeSpan? patience = null)
    {
        var options = new ElasticsearchOptions
        {
            Urls = [url],
            RetryDelay = TimeSpan.FromMilliseconds(1),
            Retries = retries,
            WritePatience = patience ?? TimeSpan.FromMinutes(1),
        };
        using var client = new ClusterClient(options, NullLogger.Instance, TimeProvider.System);
        using var sender = new BulkSender(client, options, NullLogger.Instance, TimeProvider.System);
        return await sender.SendAsync("statements", Items(items), Cancellation);
    }

    private static BulkItem[] Items(int count) =>
        [.. Enumerable.Range(0, count).Select(number => new BulkItem($"{number}", "{}"u8.ToArray()))];

    private static Answer Bulk(params int[] statuses) => Answer.Ok(JsonSerializer.Serialize(new
    {
        errors = true,
        items = statuses.Select(status => new
        {
            create = status is 201
                ? (object)new { status }
                : new { status, error = new { type = "some_exception", reason = "some reason" } },
        }),
    }));
}
