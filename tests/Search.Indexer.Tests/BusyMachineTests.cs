using System.Diagnostics;

namespace Search.Indexer.Tests;

/// <summary>What is understood of a page depends on the page alone, however little of a processor the reader gets.</summary>
[Trait("Runs", "apart")]
public sealed class BusyMachineTests
{
    private const int Loops = 12;

    [Fact]
    public async Task Read_BesideTwelveBusyLoopsOnOneCore_UnderstandsWhatItUnderstandsAlone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are bound to a core with Linux's taskset.");
        var alone = await ReadAsync();
        var loops = Enumerable.Range(0, Loops).Select(_ => OnOneCore("sh", "-c", "while :; do :; done")).ToList();
        try
        {
            var beside = await ReadAsync();

            Assert.Equal(alone, beside);
        }
        finally
        {
            loops.ForEach(loop => loop.Kill(entireProcessTree: true));
            loops.ForEach(loop => loop.Dispose());
        }
    }

    /// <summary>In a process of its own, whose first page is the dearest.</summary>
    private static async Task<string> ReadAsync()
    {
        using var read = OnOneCore(
            "dotnet", Path.Combine(AppContext.BaseDirectory, "search.dll"), "read", Path.Combine(AppContext.BaseDirectory, "Pages"),
            "--json");
        var output = read.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await read.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await output;
    }

    private static Process OnOneCore(params string[] command) => Process.Start(
        new ProcessStartInfo("taskset", ["-c", "0", .. command])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
}
