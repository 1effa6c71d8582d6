using Search.Indexer.Hosting;
using Search.Service.Composition;
using Search.Testing;

namespace Search.Indexer.Tests;

public sealed class WatchCommandTests : IDisposable
{
    private readonly CommandLine _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task Watch_FilesThatAppear_AreImportedWhateverBadOnesLieBesideThem()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _search.Write("in/bad.jsonl", "nothing\n");
        _search.Write("in/a.jsonl", Lines.Many(2));

        var watching = _search.RunUntilAsync(["watch", _search.PathOf("in"), "--interval", "0.01", "--json"], cancellation.Token);
        await UntilAsync(2);
        _search.Write("in/later/b.jsonl", Lines.Many(5));
        await UntilAsync(5);
        await cancellation.CancelAsync();
        var result = await watching;

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Contains("bad.jsonl:1: malformed: ", result.Error, StringComparison.Ordinal);
        Assert.Equal(2, result.Output.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task Watch_PipeInTheFolder_IsToldOnceAndTheOthersAreImported()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _search.Write("in/a.jsonl", Lines.Many(2));
        await NamedPipe.CreateAsync(_search.PathOf("in/pipe.jsonl"));

        var watching = _search.RunUntilAsync(["watch", _search.PathOf("in"), "--interval", "0.01"], cancellation.Token);
        await UntilAsync(2);
        _search.Write("in/b.jsonl", Lines.Many(5));
        await UntilAsync(5);
        await cancellation.CancelAsync();
        var result = await watching;

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Single(
            result.Error.Split('\n'),
            line => line.Contains("pipe.jsonl: not-a-file: It is a named pipe", StringComparison.Ordinal));
    }

    private async Task UntilAsync(long statements)
    {
        var engine = _search.Archives![EngineNames.Sqlite];
        while ((await engine.StatusAsync(TestContext.Current.CancellationToken)).Statements < statements)
        {
            await Task.Yield();
        }
    }
}
