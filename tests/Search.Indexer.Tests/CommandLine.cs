using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Search.Core.Searching;
using Search.Service.Composition;
using Search.Testing;
using Search.Testing.Engines;

namespace Search.Indexer.Tests;

/// <summary>Runs commands within the test's process, on an archive that lives as long as the test.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The archive of every command of this test.</summary>
    public ISearchEngine Engine { get; init; } = new InMemoryEngine();

    public bool Terminal { get; init; }

    public Dictionary<string, string?> Variables { get; } = new(StringComparer.Ordinal) { ["Search__Samples"] = "false" };

    public string Input { get; init; } = string.Empty;

    public string FilePath(string name) => _folder.File(name);

    public string WriteFile(string name, string content)
    {
        var path = _folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content.ReplaceLineEndings("\n"));
        return path;
    }

    public Task<CommandResult> RunAsync(params string[] arguments) => RunAsync(TestContext.Current.CancellationToken, arguments);

    public async Task<CommandResult> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(Input));
        await using var environment = new CommandEnvironment
        {
            Input = input,
            Output = output,
            Error = error,
            OutputIsTerminal = Terminal,
            Variables = Variables,
            SettingsFolder = _folder.Path,
            Engines = new SameEngine(Engine),
        };
        var exitCode = await SearchCommand.InvokeAsync(arguments, environment, cancellationToken);
        return new CommandResult(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Dispose();

    private sealed class SameEngine(ISearchEngine engine) : EngineFactory(new ConfigurationBuilder().Build())
    {
        public override ISearchEngine Open(string engine1) => new Undisposed(engine);

        public override ISearchEngine OpenTemporary(string engine1, string folder) => new InMemoryEngine();
    }
}

internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
