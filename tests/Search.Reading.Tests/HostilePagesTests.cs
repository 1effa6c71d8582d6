using System.Diagnostics;
using Search.Testing.Generation;

namespace Search.Reading.Tests;

/// <summary>
/// Files made to cost or to break: each gets a named reason in bounded time and memory. What they cost exactly, the benchmark
/// <c>hostile</c> shows. The memory that is looked at is the whole process's, so nothing else runs meanwhile.
/// </summary>
[CollectionDefinition(nameof(HostilePagesTests), DisableParallelization = true)]
[Collection(nameof(HostilePagesTests))]
public class HostilePagesTests
{
    /// <summary>Of processor time, on any machine and beside other programs' work; a file alone has 5.</summary>
    private const int MostSeconds = 60;
    private const long MostBytes = 500L << 20;

    public static TheoryData<string> Files => [.. HostileFiles.All.Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task ReadAsync_HostileFile_IsRefusedByNameWithinBounds(string name)
    {
        var file = HostileFiles.All.Single(file => file.Name == name);
        var bytes = file.Make();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var processor = Process.GetCurrentProcess().TotalProcessorTime;

        var results = await Reading.AllAsync(bytes, name);

        var fault = results.Select(result => result.Fault).FirstOrDefault(fault => fault is not null);
        Assert.True(file.IsNamed(fault?.Kind.ToString() ?? "Read"), $"{file.Description}: {fault}");
        Assert.NotEqual(string.Empty, fault?.Reason);
        Assert.InRange((Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds, 0, MostSeconds);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: false) - before, long.MinValue, MostBytes);
    }

    [Fact]
    public async Task ReadAsync_NulBytesAndBrokenEncoding_AreReadWithoutThem()
    {
        byte[] page =
        [
            .. "<html><body><h1>Statement on the l\0amps</h1><p>The keepers of the northern cape have asked for "u8, 0xFF, 0xC3, 0x28,
            .. " oil, and the council has answered them today.</p><p>They will receive twelve barrels before the "u8,
            .. "winter.</p></body></html>"u8,
        ];

        var statement = Assert.Single(await Reading.AllAsync(page, "a.html")).Statement;

        Assert.NotNull(statement);
        Assert.DoesNotContain('\0', statement.Title + statement.Body);
    }

    [Fact]
    public async Task ReadAsync_DeeplyNestedText_IsRead()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 20_000))
            + "<p>The keepers of the northern cape have asked for oil, and the council has answered.</p>";

        Assert.Single(await Reading.AllAsync(html, "a.html"));
    }
}
