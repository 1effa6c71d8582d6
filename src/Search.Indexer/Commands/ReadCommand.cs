using System.CommandLine;
using Search.Core.Statements;
using Search.Importing.Files;
using Search.Indexer.Hosting;
using Search.Indexer.Output;
using Search.Reading;
using Search.Reading.Files;

namespace Search.Indexer.Commands;

/// <summary>Shows what an import would understand of a page, without any archive.</summary>
internal sealed class ReadCommand
{
    private readonly Argument<string[]> _paths = new("FILE")
    {
        Description = "Files or folders; - for JSON Lines on standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _explain = new("--explain")
    {
        Description = "Say what was cut away and what could not be decided.",
    };

    private readonly Option<bool> _followLinks = CommonOptions.FollowLinks();

    private readonly Option<string[]> _columns = CommonOptions.Columns();

    public CommandDefinition Define()
    {
        _paths.RefuseUnknownOptions();
        return new CommandDefinition(
            new Command("read", "Shows what is understood of files, without touching the archive.")
            {
                _paths,
                _explain,
                _followLinks,
                _columns,
            },
            RunAsync,
            """
            search read page.html
            search read page.html --explain
            search read page.html --json         title, body, issued, issuer, ...; or error and kind
            """);
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var input = InputFiles.Find(
            context.Arguments.GetRequiredValue(_paths),
            () => context.Environment.Input,
            context.Arguments.GetValue(_followLinks),
            cancellationToken);
        var options = new ReadOptions(Explain: context.Arguments.GetValue(_explain))
        {
            Columns = CommonOptions.ColumnsOf(context.Arguments, _columns),
        }.Until(context.Environment.TimeProvider);
        var faults = 0;
        foreach (var fault in input.Faults)
        {
            faults++;
            await WriteFaultAsync(context, fault);
        }

        foreach (var file in input.Files)
        {
            faults += await ReadAsync(context, file, options, cancellationToken);
        }

        return faults == 0 ? ExitCode.Success : ExitCode.Incomplete;
    }

    /// <summary>The number of faults.</summary>
    private static async Task<int> ReadAsync(
        CommandContext context, InputFile file, ReadOptions options, CancellationToken cancellationToken)
    {
        var faults = 0;
        try
        {
            await using var stream = file.Open();
            await foreach (var result in context.Service<StatementFileReader>().ReadAsync(stream, file.Name, options, cancellationToken))
            {
                faults += result.Fault is null ? 0 : 1;
                await WriteAsync(context, result, options.Explain);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            faults++;
            await WriteFaultAsync(context, ImportFault.Of(file.Name, exception));
        }

        return faults;
    }

    private static async Task WriteAsync(CommandContext context, ReadResult result, bool explain)
    {
        if (result.Fault is { } fault)
        {
            await WriteFaultAsync(context, new ImportFault(result.Location, ImportFaultKinds.Of(fault.Kind), fault.Reason));
        }
        else if (result.Statement is { } statement)
        {
            var explanation = explain ? result.Explanation : null;
            await (context.Json
                ? context.WriteJsonAsync(ReadStatement.Of(statement, explanation))
                : context.Output.WriteLineAsync(Describe(result.Location, statement)));
        }

        if (explain && !context.Json)
        {
            foreach (var line in result.Explanation)
            {
                await context.Output.WriteLineAsync($"  # {SafeText.Of(line)}");
            }
        }
    }

    private static Task WriteFaultAsync(CommandContext context, ImportFault fault) => context.Json
        ? context.WriteJsonAsync(new { Error = fault.Reason, fault.Kind, fault.Location })
        : context.Error.WriteLineAsync(SafeText.Of($"{fault.Location}: {fault.Kind}: {fault.Reason}"));

    private static string Describe(string location, Statement statement) => string.Join('\n',
        SafeText.Of(statement.Title),
        $"  file       {location}",
        $"  issued     {statement.Issued?.ToString() ?? "no date"}",
        SafeText.Of($"  issuer     {(statement.Issuer is { } issuer ? $"{issuer.Name} (printed: {issuer.Printed})" : "none")}"),
        $"  kind       {statement.Kind.ToValue()}",
        SafeText.Of($"  source     {statement.Source} {statement.SourceUrl}".TrimEnd()),
        $"  language   {statement.Language ?? "unknown"}",
        $"  countries  {string.Join(' ', ReadStatement.CodesOf(statement))}",
        string.Empty,
        string.Join("\n\n", statement.Body.Split("\n\n").Select(SafeText.Of)),
        string.Empty);
}
