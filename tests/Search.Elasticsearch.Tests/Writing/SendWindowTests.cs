using Microsoft.Extensions.Logging.Abstractions;
using Search.Elasticsearch.Configuration;
using Search.Elasticsearch.Transport;
using Search.Elasticsearch.Writing;
using Search.Testing.Servers;

namespace Search.Elasticsearch.Tests.Writing;

public sealed class SendWindowTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shrink_AllThatWereUnderWayTogether_HalvesOnce()
    {
        using var window = new SendWindow(8);
        var rounds = await EnterAsync(window, 8);

        rounds.ForEach(window.Shrink);

        Assert.Equal(4, window.Size);
    }

    [Fact]
    public async Task Shrink_AgainAndAgain_LeavesOnePlace()
    {
        using var window = new SendWindow(5);
        await ShrinkAsync(window, times: 6);

        Assert.Equal(1, window.Size);
        await window.EnterAsync(Cancellation);
        Assert.False(window.EnterAsync(Cancellation).IsCompleted);
    }

    [Fact]
    public async Task Leave_AfterShrinking_FreesNoPlaceUntilFewEnoughAreUnderWay()
    {
        using var window = new SendWindow(4);
        var rounds = await EnterAsync(window, 4);
        window.Shrink(rounds[0]);
        var next = window.EnterAsync(Cancellation);

        window.Leave();
        window.Leave();
        Assert.False(next.IsCompleted);

        window.Leave();
        await next;
    }

    [Theory]
    [InlineData(1, 2)] // the one that is allowed
    [InlineData(2, 2)]
    [InlineData(3, 3)] // two more, as two were allowed
    [InlineData(100, 4)] // never more than there are senders
    public async Task Grow_ByOneForAsManyAsAreAllowed(int taken, int expected)
    {
        using var window = new SendWindow(4);
        await ShrinkAsync(window, times: 2);

        for (var time = 0; time < taken; time++)
        {
            window.Grow();
        }

        Assert.Equal(expected, window.Size);
        await EnterAsync(window, expected);
        Assert.False(window.EnterAsync(Cancellation).IsCompleted);
    }

    [Fact]
    public async Task Grow_BeforeThePlacesAreLeft_TakesFewerAway()
    {
        using var window = new SendWindow(2);
        var rounds = await EnterAsync(window, 2);
        window.Shrink(rounds[0]);
        window.Grow();
        var next = window.EnterAsync(Cancellation);

        window.Leave();

        await next;
    }

    [Fact]
    public async Task Enter_Cancelled_TakesNoPlace()
    {
        using var window = new SendWindow(1);
        await window.EnterAsync(Cancellation);
        using var cancellation = new CancellationTokenSource();
        var cancelled = window.EnterAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

        window.Leave();

        await window.EnterAsync(Cancellation);
    }

    /// <summary>An item, a request as a whole, or one that was taken when asked again below: 429 is the same sign each time.</summary>
    [Theory]
    [InlineData("""{"items":[{"create":{"status":429,"error":{"type":"es_rejected_execution_exception"}}}]}""", 200, 0, 2)]
    [InlineData("""{"error":{"type":"es_rejected_execution_exception"},"status":429}""", 429, 0, 2)]
    [InlineData("""{"error":{"type":"circuit_breaking_exception"},"status":429}""", 429, 1, 2)]
    [InlineData("""{"items":[{"create":{"status":429,"error":{"type":"cluster_block_exception"}}}]}""", 200, 0, 4)] // the disk is full
    [InlineData("""{"items":[{"create":{"status":503,"error":{"type":"unavailable_shards_exception"}}}]}""", 200, 0, 4)]
    [InlineData("{}", 413, 0, 4)]
    public async Task Send_WhenTheClusterHasTooMuchToDo_HalvesWhatIsSentAtOnce(string refusal, int status, int retries, int expected)
    {
        await using var server = new FaultyServer(Answer.Of(status, refusal), Taken(1));

        var size = await SizeAfterAsync(server, retries, items: status == 413 ? 2 : 1);

        Assert.Equal(expected, size);
        Assert.Equal(status == 413 ? 3 : 2, server.Requests);
    }

    [Fact]
    public async Task Send_WhenTheClusterTakesAgainWhatIsSent_SendsMoreAtOnce()
    {
        await using var server = new FaultyServer(
            Answer.Ok("""{"items":[{"create":{"status":429,"error":{"type":"es_rejected_execution_exception"}}}]}"""), Taken(1));

        Assert.Equal(3, await SizeAfterAsync(server, retries: 0, items: 1, times: 2));
        Assert.Equal(3, server.Requests);
    }

    private static async Task<int> SizeAfterAsync(FaultyServer server, int retries, int items, int times = 1)
    {
        var options = new ElasticsearchOptions
        {
            Urls = [server.Url],
            RetryDelay = TimeSpan.FromMilliseconds(1),
            Retries = retries,
            Senders = 4,
        };
        using var client = new ClusterClient(options, NullLogger.Instance, TimeProvider.System);
        using var sender = new BulkSender(client, options, NullLogger.Instance, TimeProvider.System);
        for (var time = 0; time < times; time++)
        {
            await sender.SendAsync(
                "statements",
                [.. Enumerable.Range(0, items).Select(number => new BulkItem($"{number}", "{}"u8.ToArray()))],
                Cancellation);
        }

        return sender.AtOnce;
    }

    private static Answer Taken(int items) =>
        Answer.Ok($$"""{"items":[{{string.Join(',', Enumerable.Repeat("""{"create":{"status":201}}""", items))}}]}""");

    /// <summary>By refusals one after the other.</summary>
    private static async Task ShrinkAsync(SendWindow window, int times)
    {
        for (var time = 0; time < times; time++)
        {
            window.Shrink(await window.EnterAsync(Cancellation));
            window.Leave();
        }
    }

    private static async Task<List<int>> EnterAsync(SendWindow window, int count)
    {
        var rounds = new List<int>();
        for (var place = 0; place < count; place++)
        {
            rounds.Add(await window.EnterAsync(Cancellation));
        }

        return rounds;
    }
}
