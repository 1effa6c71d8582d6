using System.Text;
using Search.Reading.Files;

namespace Search.Reading.Tests;

/// <summary>What is over a limit costs no more than to find that out, and whoever waits no longer is not kept waiting.</summary>
public class ReadingBoundsTests
{
    private const string Sentence = "The keepers of the northern cape have asked for oil, and the council has answered them.";

    [Theory]
    [InlineData("<rss><channel><item>")]
    [InlineData("<rss>")]
    public async Task ReadAsync_FeedNestedTooDeeply_IsRefusedAfterItsFirstBytes(string head)
    {
        var feed = head + string.Concat(Enumerable.Repeat("<a>", 1_000_000));

        var result = Assert.Single(await Reading.AllAsync(feed, "a.xml"));

        Assert.Equal(ReadFaultKind.TooLarge, result.Fault?.Kind);
        Assert.Contains("deeper than 400", result.Fault?.Reason, StringComparison.Ordinal);
        Assert.InRange(result.Position, 1, 64 << 10);
    }

    [Fact]
    public async Task ReadAsync_EntryOfTooManyElements_IsRefusedAndTheNextIsRead()
    {
        var feed = "<rss><channel><title>Harbour news</title><item>" + string.Concat(Enumerable.Repeat("<a/>", 260_000)) + "</item>"
            + $"<item><title>On oil</title><full-text>"
            + $"{string.Join(' ', Enumerable.Repeat(Sentence, 5))}</full-text></item></channel></rss>";

        var results = await Reading.AllAsync(feed, "a.xml");

        Assert.Equal(ReadFaultKind.TooLarge, results[0].Fault?.Kind);
        Assert.Equal(("a.xml:2", "On oil"), (results[1].Location, results[1].Statement?.Title));
        Assert.Equal(2, results.Count);
    }

    [Fact]
    public async Task ReadAsync_EntryNestedAsFarAsIsAllowed_IsRead()
    {
        var text = string.Concat(Enumerable.Repeat("<div>", 380)) + $"<p>{Sentence}</p><p>{Sentence}</p><p>{Sentence}</p><p>{Sentence}</p>"
            + string.Concat(Enumerable.Repeat("</div>", 380));
        var feed = $"<feed><title>Harbour news</title><entry><title>On oil</title><content type=\"xhtml\">{text}</content></entry></feed>";

        Assert.Equal(4, Assert.Single(await Reading.AllAsync(feed, "a.xml")).Statement?.Body.Split("\n\n").Length);
    }

    [Theory]
    [InlineData("a.html", "<html><body><h1>On lamps</h1><p>{0}</p><p>{0}</p></body></html>")]
    [InlineData("a.txt", "On lamps and oil\n\n{0}\nThey thank all for it, and the lamps will burn again.")]
    [InlineData("a.xml", "<rss><channel><item><title>On lamps</title><full-text>{0} {0} {0} {0} {0}</full-text></item></channel></rss>")]
    [InlineData("a.jsonl", "{{\"title\":\"On lamps\",\"text\":\"{0}\"}}")]
    public async Task Read_Cancelled_EndsInsteadOfUnderstanding(string name, string format)
    {
        using var stream = new MemoryStream(
            Encoding.UTF8.GetBytes(string.Format(System.Globalization.CultureInfo.InvariantCulture, format, Sentence)));
        var records = new List<UnreadRecord>();
        await foreach (var cut in new StatementFileReader()
            .CutAsync(stream, name, ReadOptions.Default, TestContext.Current.CancellationToken))
        {
            records.Add(cut);
        }

        var record = Assert.Single(records);

        Assert.NotNull(record.Read(TestContext.Current.CancellationToken).Statement);
        Assert.Throws<OperationCanceledException>(() => record.Read(new CancellationToken(canceled: true)));
    }

    [Theory]
    [InlineData("a.html", "<html><body>", "<p>On lamps</p>")]
    [InlineData("a.txt", "On lamps", " and oil\n")]
    [InlineData("a.xml", "<rss><channel><item>", "<a>oil</a>")]
    [InlineData("b.xml", "<rss><channel>", "<a>oil</a>")]
    [InlineData("c.xml", "<rss><channel><item><title>", "oil ")]
    [InlineData("a.jsonl", "{\"title\":\"", "oil ")]
    [InlineData("a.pdf", "%PDF-1.4", "stream endstream ")]
    public async Task CutAsync_CancelledInTheMiddleOfAnEndlessFile_Ends(string name, string head, string rest)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var stream = new EndlessStream(head, rest, readsUntil: 20, cancellation.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var record in new StatementFileReader().CutAsync(stream, name, ReadOptions.Default, cancellation.Token))
            {
                Assert.NotNull(record);
            }
        });

        Assert.InRange(stream.Reads, 20, 21);
    }

    /// <summary>Gives a text again and again without end, and says when it has been asked for a while.</summary>
    private sealed class EndlessStream(string head, string rest, int readsUntil, Action notify) : Stream
    {
        private readonly byte[] _rest = Encoding.ASCII.GetBytes(rest);
        private readonly Queue<byte> _next = new(Encoding.ASCII.GetBytes(head));

        public int Reads { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer)
        {
            if (++Reads == readsUntil)
            {
                notify();
            }

            var count = Math.Min(buffer.Length, 4096);
            for (var index = 0; index < count; index++)
            {
                while (_next.Count == 0)
                {
                    foreach (var value in _rest)
                    {
                        _next.Enqueue(value);
                    }
                }

                buffer[index] = _next.Dequeue();
            }

            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(Read(buffer.Span));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            Task.FromResult(Read(buffer, offset, count));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
