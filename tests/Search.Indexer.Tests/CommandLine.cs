using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Search.Archive;
using Search.Indexer.Hosting;
using Search.Service.Composition;
using Search.Testing;
using Search.Testing.Engines;

namespace Search.Indexer.Tests;

/// <summary>Runs commands within the test's process, on archives that live as long as the test.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>The archives of this test, by engine. Null: those that the configuration names, as in the real thing.</summary>
    public IReadOnlyDictionary<string, ISearchEngine>? Archives { get; init; } =
        new Dictionary<string, ISearchEngine>(StringComparer.Ordinal)
        {
            [EngineNames.Sqlite] = new InMemoryEngine(),
            [EngineNames.Elasticsearch] = new InMemoryEngine(),
        };

    public bool Terminal { get; init; }

    public string Input { get; init; } = string.Empty;

    public Dictionary<string, string?> Variables { get; } = new(StringComparer.Ordinal) { ["Search__Samples"] = "false" };

    public string PathOf(string name) => _folder.File(name);

    public string Write(string name, string content) => Write(name, Encoding.UTF8.GetBytes(content.ReplaceLineEndings("\n")));

    public string Write(string name, byte[] content)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public Task<CommandResult> RunAsync(params string[] arguments) => RunUntilAsync(arguments, TestContext.Current.CancellationToken);

    public async Task<CommandResult> RunUntilAsync(string[] arguments, CancellationToken cancellationToken)
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
            Engines = Archives is null ? null : new KeptArchives(Archives),
        };
        var exitCode = await SearchCommand.InvokeAsync(arguments, environment, cancellationToken);
        return new CommandResult(exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => _folder.Dispose();

    private sealed class KeptArchives(IReadOnlyDictionary<string, ISearchEngine> archives)
        : EngineFactory(new ConfigurationBuilder().Build())
    {
        public override ISearchEngine Open(string engine) => archives[engine];

        public override TemporaryArchive OpenTemporary(string engine) => new(new InMemoryEngine());
    }
}

internal sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>The one JSON object of the answer.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;
}
