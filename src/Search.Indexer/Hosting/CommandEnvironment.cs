using System.Collections;
using System.Text;
using Search.Service.Composition;

namespace Search.Indexer.Hosting;

/// <summary>All that a command knows of the world, so that tests run commands without a process.</summary>
internal sealed class CommandEnvironment : IAsyncDisposable
{
    public required Stream Input { get; init; }

    /// <summary>Answers only: what scripts read.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Messages, faults and progress.</summary>
    public required TextWriter Error { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>The process's environment variables.</summary>
    public IReadOnlyDictionary<string, string?> Variables { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Where appsettings.json is looked for.</summary>
    public string SettingsFolder { get; init; } = AppContext.BaseDirectory;

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Opens engines; null for those of the product.</summary>
    public EngineFactory? Engines { get; init; }

    public static CommandEnvironment OfProcess() => new()
    {
        Input = new InterruptibleStream(Console.OpenStandardInput()),
        Output = Utf8(new OutputStream(Console.OpenStandardOutput(), exception => new AnswerLostException(exception))),
        Error = Utf8(new OutputStream(Console.OpenStandardError(), failure: null)),
        OutputIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value, StringComparer.Ordinal),
    };

    public async ValueTask DisposeAsync()
    {
        await Output.FlushAsync();
        await Error.FlushAsync();
    }

    /// <summary>UTF-8 whatever the locale: JSON is nothing else.</summary>
    internal static StreamWriter Utf8(Stream stream) => new(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
}
