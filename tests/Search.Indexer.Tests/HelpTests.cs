using System.Text;
using Search.Indexer.Hosting;

namespace Search.Indexer.Tests;

/// <summary>The help text is part of the interface: help.txt beside this file is what the commands print.</summary>
public sealed class HelpTests : IDisposable
{
    private static readonly string[] s_commands =
    [
        "import", "read", "watch", "rebuild", "copy", "verify", "status", "cleanup", "query", "uses", "trends", "compare", "phrases",
        "lines", "coverage", "export", "freeze", "novelty", "siblings", "similar", "evaluate", "evaluate-countries", "evaluate-issuers",
    ];

    private readonly CommandLine _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task Help_EveryCommand_IsAsPinned()
    {
        var text = new StringBuilder();
        foreach (var command in s_commands.Prepend(string.Empty))
        {
            string[] arguments = command.Length == 0 ? ["--help"] : [command, "--help"];
            var result = await _search.RunAsync(arguments);
            Assert.Equal(ExitCode.Success, result.ExitCode);
            text.Append("$ search ").AppendJoin(' ', arguments).Append("\n\n");
            text.AppendJoin('\n', result.Output.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Append('\n');
        }

        var actual = text.ToString().TrimEnd() + "\n";
        var path = Path.Combine(AppContext.BaseDirectory, "help.txt");
        var expected = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        if (expected != actual)
        {
            var received = Path.Combine(AppContext.BaseDirectory, "help.received.txt");
            await File.WriteAllTextAsync(received, actual, TestContext.Current.CancellationToken);
            Assert.Fail($"The help has changed. If that is meant, copy {received} over tests/Search.Indexer.Tests/help.txt.");
        }
    }

    [Fact]
    public async Task Help_Root_NamesEveryCommand()
    {
        var result = await _search.RunAsync("--help");

        Assert.All(s_commands, command => Assert.Contains($"  {command} ", result.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Version_IsANumber()
    {
        var result = await _search.RunAsync("--version");

        Assert.Equal(ExitCode.Success, result.ExitCode);
        Assert.Matches(@"^\d+\.\d+", result.Output);
    }
}
