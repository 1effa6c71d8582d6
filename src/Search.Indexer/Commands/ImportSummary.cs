using System.Runtime.ExceptionServices;
using Search.Importing;
using Search.Indexer.Hosting;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary>Says what an import did, to people and to scripts.</summary>
internal static class ImportSummary
{
    /// <summary>What cannot go on is thrown on, after what was done has been said.</summary>
    public static async Task WriteAsync(CommandContext context, ImportReport report)
    {
        if (context.Json)
        {
            await context.WriteJsonAsync(new
            {
                report.Files,
                report.Documents,
                report.Added,
                report.Changed,
                report.Unchanged,
                report.Refused,
                report.Missing,
                report.Faults,
                Kinds = report.Kinds.ToDictionary(kind => KindNames.ValueOf(kind.Key), kind => kind.Value),
                report.Cancelled,
                Seconds = Math.Round(report.Elapsed.TotalSeconds, 3),
            });
        }
        else
        {
            await context.Output.WriteLineAsync(Describe(report));
        }

        if (report.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    public static int ExitCodeOf(ImportReport report) =>
        report.Cancelled ? ExitCode.Cancelled : report.IsClean ? ExitCode.Success : ExitCode.Incomplete;

    private static string Describe(ImportReport report)
    {
        var rate = report.Elapsed > TimeSpan.Zero ? report.Documents / report.Elapsed.TotalSeconds : 0;
        var lines = new List<string>
        {
            $"{report.Files:N0} files, {report.Documents:N0} statements: {report.Added:N0} added, {report.Changed:N0} changed, "
                + $"{report.Unchanged:N0} unchanged, {report.Refused:N0} refused, in {report.Elapsed.TotalSeconds:N1} s ({rate:N0}/s).",
        };
        if (report.Kinds.Count > 0)
        {
            lines.Add($"Read: {string.Join(", ", report.Kinds.Select(kind => KindNames.Describe(kind.Key, kind.Value)))}.");
        }

        if (report.Faults.Count > 0)
        {
            lines.Add($"Not imported: {string.Join(", ", report.Faults.Select(fault => $"{fault.Value:N0} {fault.Key}"))}.");
        }

        if (report.Missing is { } missing)
        {
            lines.Add($"Missing from the list of the source, and not before: {missing:N0}.");
        }

        if (report.Cancelled || report.Failure is not null)
        {
            lines.Add("It was not finished; what is counted above as added or changed is in the archive. Run it again to go on.");
        }

        return string.Join('\n', lines);
    }
}
