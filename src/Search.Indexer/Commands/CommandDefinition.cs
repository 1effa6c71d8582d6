using System.CommandLine;

namespace Search.Indexer.Commands;

/// <summary>What a command does once its arguments are understood; gives the exit code.</summary>
internal delegate Task<int> CommandAction(CommandContext context, CancellationToken cancellationToken);

/// <param name="Command">Its arguments and options.</param>
/// <param name="Action">What it does.</param>
/// <param name="Examples">Printed at the end of its help.</param>
internal sealed record CommandDefinition(Command Command, CommandAction Action, string Examples);
