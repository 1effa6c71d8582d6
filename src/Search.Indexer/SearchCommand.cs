using System.CommandLine;
using Search.Indexer.Commands;
using Search.Indexer.Hosting;
using Search.Service.Composition;

namespace Search.Indexer;

/// <summary>The command <c>search</c>: parses, runs one command, and turns what goes wrong into words and an exit code.</summary>
internal static class SearchCommand
{
    public static async Task<int> InvokeAsync(
        IReadOnlyList<string> arguments, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(arguments, environment, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return await FailAsync(environment, ExitCode.Cancelled, "Cancelled.");
        }
        catch (Exception exception)
        {
            var exitCode = ExitCode.Of(exception);
            return await FailAsync(environment, exitCode, exitCode == ExitCode.Internal ? $"Unexpected: {exception}" : exception.Message);
        }
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        var (rest, settings) = CommandConfiguration.Split(arguments);
        var root = CommandTree.Create((parsed, run, token) => RunAsync(environment, parsed, settings, run, token));
        var parsed = root.Parse(rest, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (parsed.Errors.Count > 0)
        {
            var command = parsed.CommandResult.Parent is null ? "search" : $"search {parsed.CommandResult.Command.Name}";
            var errors = string.Join('\n', parsed.Errors.Select(error => error.Message).Distinct());
            return await FailAsync(environment, ExitCode.Usage, $"{errors}\nTry: {command} --help");
        }

        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = environment.Output,
                Error = environment.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            },
            cancellationToken);
    }

    private static async Task<int> RunAsync(
        CommandEnvironment environment,
        ParseResult parsed,
        IReadOnlyDictionary<string, string?> settings,
        CommandAction action,
        CancellationToken cancellationToken)
    {
        var all = new Dictionary<string, string?>(settings, StringComparer.OrdinalIgnoreCase);
        if (parsed.GetValue<string?>(CommonOptions.EngineName) is { } engine)
        {
            all[$"{SearchOptions.Section}:{nameof(SearchOptions.Engine)}"] = engine;
        }

        await using var context = new CommandContext(environment, parsed, CommandConfiguration.Build(environment, all));
        return await action(context, cancellationToken);
    }

    private static async Task<int> FailAsync(CommandEnvironment environment, int exitCode, string message)
    {
        await environment.Error.WriteLineAsync($"search: {message}");
        return exitCode;
    }
}
