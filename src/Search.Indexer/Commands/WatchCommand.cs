using System.CommandLine;
using Search.Archive;
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

    private readonly Option<bool> _followLinks = CommonOptions.FollowLinks();

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
            new Command("watch", "Imports what is in a folder and what appears in it, until Ctrl-C (exit code 0).")
            {
                _folder,
                _interval,
                _followLinks,
            },
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

        var engine = await context.OpenEngineAsync(cancellationToken);
        await context.Error.WriteLineAsync($"Watching {Path.GetFullPath(folder)}; Ctrl-C ends it.");
        var followLinks = context.Arguments.GetValue(_followLinks);
        var files = new SettledFiles();
        IReadOnlyList<ImportFault> told = [];
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(context.Arguments.GetValue(_interval)), context.Environment.TimeProvider);
        try
        {
            do
            {
                var found = InputFiles.Find([folder], () => Stream.Null, followLinks, cancellationToken);
                Tell(context, found.Faults.Except(told));
                told = found.Faults;
                var settled = files.Observe(found.Files.Select(FileStamp.Of)).ToHashSet(StringComparer.Ordinal);
                InputFile[] ready = [.. found.Files.Where(file => settled.Contains(file.Name))];
                if (ready.Length > 0 && await ImportAsync(context, engine, new InputFiles(ready, []), cancellationToken))
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

    /// <summary>Once, and not at every look.</summary>
    private static void Tell(CommandContext context, IEnumerable<ImportFault> faults)
    {
        foreach (var fault in faults)
        {
            context.Error.WriteLine(SafeText.Of($"{fault.Location}: {fault.Kind}: {fault.Reason}"));
        }
    }

    /// <summary>False when the engine could not take the files: they are tried again.</summary>
    private static async Task<bool> ImportAsync(
        CommandContext context, ISearchEngine engine, InputFiles input, CancellationToken cancellationToken)
    {
        var scope = new PlainProgressScope("Importing", context.Environment);
        var faults = new FaultPrinter(scope, file: null);
        var report = await context.Service<ImportPipeline>().RunAsync(
            input, engine, new ImportOptions(), faults.Add, progress: null, cancellationToken);
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
