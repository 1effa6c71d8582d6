using System.CommandLine;
using System.Globalization;
using Humanizer;
using Search.Archive.Upkeep;
using Search.Indexer.Hosting;

namespace Search.Indexer.Commands;

internal sealed class StatusCommand
{
    public CommandDefinition Define() => new(
        new Command("status", "Says what the archive holds and where it lies."),
        RunAsync,
        """
        search status
        search status --engine elasticsearch --json
        """);

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var engine = await context.OpenEngineAsync(cancellationToken);
        var status = await engine.StatusAsync(cancellationToken);
        if (context.Json)
        {
            await context.WriteJsonAsync(status);
        }
        else
        {
            await context.Output.WriteLineAsync(Describe(status));
        }

        return ExitCode.Success;
    }

    private static string Describe(ArchiveStatus status)
    {
        var lines = new List<string>
        {
            $"Engine      {status.Engine}",
            $"Location    {status.Location}",
            $"Statements  {status.Statements:N0}"
                + (status.Samples ? " (the fictional samples; the first import removes them)" : string.Empty),
            $"Versions    {status.Versions:N0} earlier captures",
            $"Dates       {Dates(status.Earliest, status.Latest)}",
            $"Size        {status.SizeInBytes.Bytes().Humanize("0.#", CultureInfo.InvariantCulture)}",
            $"Generation  {status.Generation}",
        };
        lines.AddRange(status.Sources.Select(source =>
            $"Source      {source.Source}: {source.Statements:N0}, {Dates(source.Earliest, source.Latest)}"));
        return string.Join('\n', lines);
    }

    private static string Dates(DateOnly? earliest, DateOnly? latest) =>
        earliest is null ? "no dates" : $"{earliest:yyyy-MM-dd} to {latest:yyyy-MM-dd}";
}
