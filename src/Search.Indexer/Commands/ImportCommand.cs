using System.CommandLine;
using Search.Importing;
using Search.Importing.Files;
using Search.Indexer.Hosting;
using Search.Indexer.Output;
using Search.Reading.Files;

namespace Search.Indexer.Commands;

internal sealed class ImportCommand
{
    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Files, folders with all that is below them, or - for JSON Lines on standard input. Read are text pages, "
            + "HTML, MHTML, PDF with text, DOCX, JSON Lines, JSON, CSV, TSV, RSS and Atom, each also as .gz.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<FileInfo?> _faults = new("--faults")
    {
        Description = "Write every record that was not imported, with its reason, to this file.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _dryRun = new("--dry-run")
    {
        Description = "Read and report; write nothing.",
    };

    private readonly Option<string?> _completeSource = new("--complete-source")
    {
        Description = "What is imported is all that this source has now: what the archive has of it besides is noted as missing, unless "
            + "something could not be read.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _followLinks = CommonOptions.FollowLinks();

    private readonly Option<string[]> _columns = CommonOptions.Columns();

    public CommandDefinition Define()
    {
        _paths.RefuseUnknownOptions();
        return new CommandDefinition(
            new Command("import", "Adds statements to the archive. Importing the same ones again changes nothing.")
            {
                _paths,
                _faults,
                _dryRun,
                _followLinks,
                _columns,
                _completeSource,
            },
            RunAsync,
            """
            search import statements/            every file below a folder
            search import a.jsonl.gz page.html   single files
            curl ... | search import -           JSON Lines: {"title": ..., "text": ..., "date": "2024-05-01", "source": ...}
            search import statements/ --faults faults.txt
            search import gazette/ --complete-source "Harbour Gazette"
            search import table.csv --columns title=Headline,text=Content
            """);
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var dryRun = context.Arguments.GetValue(_dryRun);
        var reading = new ReadOptions { Columns = CommonOptions.ColumnsOf(context.Arguments, _columns) };
        await using var faultFile = OpenFaultFile(context.Arguments.GetValue(_faults));
        var engine = await context.OpenEngineAsync(cancellationToken);
        var input = InputFiles.Find(
            context.Arguments.GetRequiredValue(_paths),
            () => context.Environment.Input,
            context.Arguments.GetValue(_followLinks),
            cancellationToken);
        var report = await context.Progress.RunAsync(dryRun ? "Reading" : "Importing", async scope =>
        {
            var faults = new FaultPrinter(scope, faultFile);
            var result = await context.Service<ImportPipeline>().RunAsync(
                input,
                engine,
                new ImportOptions
                {
                    DryRun = dryRun,
                    Reading = reading,
                    CompleteSource = context.Arguments.GetValue(_completeSource),
                },
                faults.Add,
                new ImportProgress(scope),
                cancellationToken);
            faults.Finish();
            return result;
        });
        await ImportSummary.WriteAsync(context, report);
        return ImportSummary.ExitCodeOf(report);
    }

    private static StreamWriter? OpenFaultFile(FileInfo? file)
    {
        try
        {
            return file?.CreateText();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--faults {file}: {exception.Message}");
        }
    }
}
