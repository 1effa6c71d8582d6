using System.CommandLine;
using System.CommandLine.Help;
using Search.Indexer.Commands;
using Search.Indexer.Output;

namespace Search.Indexer;

/// <summary>Runs an action within the call's configuration and services.</summary>
internal delegate Task<int> CommandRunner(ParseResult parsed, CommandAction action, CancellationToken cancellationToken);

/// <summary>All commands in the order of the help text.</summary>
internal static class CommandTree
{
    /// <summary>Not a RootCommand: that one takes its name from the process, and a test's process is another.</summary>
    public static Command Create(CommandRunner run)
    {
        var root = new Command("search", "Fills, checks and searches an archive of official statements.")
        {
            CommonOptions.Engine(),
            CommonOptions.Json(),
            new HelpOption { Recursive = true },
            new VersionOption(),
        };
        CommandDefinition[] commands =
        [
            new ImportCommand().Define(),
            new ReadCommand().Define(),
            new WatchCommand().Define(),
            new RebuildCommand().Define(),
            new CopyCommand().Define(),
            new VerifyCommand().Define(),
            new StatusCommand().Define(),
            new CleanupCommand().Define(),
            new QueryCommand().Define(),
            new UsesCommand().Define(),
            new TrendsCommand().Define(),
            new CompareCommand().Define(),
            new CoverageCommand().Define(),
            new PhrasesCommand().Define(),
            new LinesCommand().Define(),
            new ExportCommand().Define(),
            new FreezeCommand().Define(),
            NeighbourCommands.Novelty(),
            NeighbourCommands.Siblings(),
            NeighbourCommands.Similar(),
            new EvaluateCommand().Define(),
            new EvaluateCountriesCommand().Define(),
            new EvaluateIssuersCommand().Define(),
        ];
        foreach (var (command, action, _) in commands)
        {
            command.SetAction((parsed, cancellationToken) => run(parsed, action, cancellationToken));
            root.Add(command);
        }

        root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples(
            commands.ToDictionary(definition => definition.Command.Name, definition => definition.Examples, StringComparer.Ordinal));
        return root;
    }
}
