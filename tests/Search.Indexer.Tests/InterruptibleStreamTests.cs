using Search.Indexer.Hosting;

namespace Search.Indexer.Tests;

public sealed class InterruptibleStreamTests
{
    [Fact]
    public async Task Read_CancelledWhileNobodyWrites_Ends()
    {
        using var silent = new SilentStream();
        await using var stream = new InterruptibleStream(silent);
        using var cancellation = new CancellationTokenSource();

        var reading = stream.ReadAsync(new byte[10], cancellation.Token).AsTask();
        await silent.Asked;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task Read_InSmallPieces_GivesAllBytesInTheirOrder()
    {
        byte[] bytes = [.. Enumerable.Range(0, 200_000).Select(index => (byte)(index * 7))];
        await using var stream = new InterruptibleStream(new MemoryStream(bytes));
        using var copy = new MemoryStream();

        await stream.CopyToAsync(copy, 1_000, TestContext.Current.CancellationToken);

        Assert.Equal(bytes, copy.ToArray());
    }

    private sealed class SilentStream : MemoryStream
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _never = new();

        public Task Asked => _asked.Task;

        public override int Read(byte[] buffer, int offset, int count)
        {
            _asked.SetResult();
            _never.Wait(CancellationToken.None);
            return 0;
        }

        protected override void Dispose(bool disposing)
        {
            _never.Set();
            base.Dispose(disposing);
        }
    }
}
