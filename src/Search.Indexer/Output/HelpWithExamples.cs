using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Search.Indexer.Hosting;

namespace Search.Indexer.Output;

/// <summary>
/// The help of System.CommandLine at a fixed width, with examples and, for the whole command, configuration and exit codes.
/// </summary>
internal sealed class HelpWithExamples(IReadOnlyDictionary<string, string> examples) : SynchronousCommandLineAction
{
    private const int Width = 110;

    private const string Root = """
        Configuration:
          appsettings.json beside the program, environment (Search__Sqlite__Path=...), arguments (--Search:Sqlite:Path=...);
          the later wins. Search:Engine, Search:Samples, Search:Sqlite:Path, Search:Elasticsearch:Urls, :Index, :ApiKey,
          :Username, :Password.

        Exit codes:
          0    all is well
          1    done, but some records were faulty or refused, or a comparison found differences
          2    arguments, query or configuration cannot be used, or the archive is of another format
          3    again later: the engine cannot be reached, or another process is writing to the archive
          4    the archive is damaged
          5    the archive's medium has no room left
          6    the archive can be searched and not written
          7    under the archive's name lies something else
          8    somebody closed the archive
          9    the archive was there and is there no longer
          70   a fault of the program itself
          74   the answer cannot be written: standard output is closed or its medium is full
          130  cancelled by Ctrl-C or SIGTERM; what was written until then stays, and the archive is sound
        """;

    private readonly HelpAction _inner = new() { MaxWidth = Width };

    /// <summary>Help is given however wrong the rest of the line is.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        _inner.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(examples.TryGetValue(parseResult.CommandResult.Command.Name, out var text)
            ? $"Examples:\n{Indent(text)}"
            : Root.ReplaceLineEndings("\n"));
        return ExitCode.Success;
    }

    private static string Indent(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? line : $"  {line}"));
}
