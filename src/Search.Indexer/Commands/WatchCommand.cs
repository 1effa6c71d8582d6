using System.CommandLine;
using Search.Archive.Searching;
using Search.Importing;
using Search.Importing.Files;
using Search.Importing.Watching;
using Search.Indexer.Hosting;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary>
/// Imports what appears in a folder. The folder is scanned and not subscribed to: notifications get lost on network
/// drives and in full queues, and a scan shows by itself whether a file is still growing.
/// </summary>
internal sealed class WatchCommand
{
    private readonly Argument<string> _folder = new("DIR") { Description = "The folder; everything below it is imported." };

    private readonly Option<double> _interval = new("--interval")
    {
        Description = "Seconds between two looks. A file is imported when it looks the same twice.",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 2,
    };

    public CommandDefinition Define()
    {
        _interval.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (>= 0.01 and <= 86_400))
            {
                result.AddError("--interval must be between 0.01 and 86400 seconds.");
            }
        });
        return new CommandDefinition(
            new Command("watch", "Imports what is in a folder and what appears in it, until Ctrl-C (exit code 0).") { _folder, _interval },
            RunAsync,
            """
            search watch incoming/
            search watch incoming/ --interval 30 --json      a JSON line for each import
            """);
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var folder = context.Arguments.GetRequiredValue(_folder);
        if (!Directory.Exists(folder))
        {
            throw new UsageException($"There is no folder {folder}.");
        }

        var engine = await context.OpenEngineAsync();
        await context.Error.WriteLineAsync($"Watching {Path.GetFullPath(folder)}; Ctrl-C ends it.");
        var files = new SettledFiles();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(context.Arguments.GetValue(_interval)), context.Environment.TimeProvider);
        try
        {
            do
            {
                var settled = files.Observe(Scan(context, folder, cancellationToken));
                if (settled.Count > 0 && await ImportAsync(context, engine, settled, cancellationToken))
                {
                    files.Take(settled);
                }
            }
            while (await timer.WaitForNextTickAsync(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await context.Error.WriteLineAsync("Watching ended.");
        }

        return ExitCode.Success;
    }

    private static List<FileStamp> Scan(CommandContext context, string folder, CancellationToken cancellationToken)
    {
        var found = InputFiles.Find([folder], () => Stream.Null, cancellationToken);
        foreach (var fault in found.Faults)
        {
            context.Error.WriteLine(SafeText.Of($"{fault.Location}: {fault.Reason}"));
        }

        return [.. found.Files.Select(file => new FileInfo(file.Name))
            .Where(file => file.Exists)
            .Select(file => new FileStamp(file.ToString(), file.Length, file.LastWriteTimeUtc))];
    }

    /// <summary>False when the engine could not take the files: they are tried again.</summary>
    private static async Task<bool> ImportAsync(
        CommandContext context, ISearchEngine engine, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var scope = new PlainProgressScope("Importing", context.Environment);
        var faults = new FaultPrinter(scope, file: null);
        var report = await context.Service<ImportPipeline>().RunAsync(
            InputFiles.Find(paths, () => Stream.Null, cancellationToken), engine, new ImportOptions(), faults.Add, progress: null, cancellationToken);
        faults.Finish();
        switch (report.Failure)
        {
            case null:
                await ImportSummary.WriteAsync(context, report);
                return true;
            case EngineUnavailableException or ArchiveBusyException:
                await context.Error.WriteLineAsync($"{report.Failure.Message} Trying again.");
                return false;
            default:
                await ImportSummary.WriteAsync(context, report);
                return false;
        }
    }
}
