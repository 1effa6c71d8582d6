using System.CommandLine;
using Search.Core.Queries;
using Search.Core.Searching;
using Search.Importing.Samples;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

internal sealed class QueryCommand
{
    private readonly Argument<string[]> _text = new("TEXT")
    {
        Description = "The query; several words are joined.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public CommandDefinition Define() => new(
        new Command("query", "Searches the archive.") { _text },
        RunAsync,
        """
        search query nuclear test
        search query '"strongly condemn" country:JP'
        """);

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var text = string.Join(' ', context.Arguments.GetValue(_text) ?? []);
        if (!QueryParser.TryParse(text, out var node, out var error))
        {
            throw new UsageException($"{error.Message} Try: {error.Repaired}");
        }

        var engine = await context.OpenEngineAsync();
        if (context.Options.Samples && await context.Service<SampleLoader>().LoadAsync(engine, cancellationToken))
        {
            await context.Error.WriteLineAsync("The archive was empty: it now holds fictional samples, which the first import removes.");
        }

        var today = DateOnly.FromDateTime(context.Environment.TimeProvider.GetUtcNow().UtcDateTime);
        var page = await engine.SearchAsync(
            new SearchRequest { Query = QueryLowering.Lower(node, new LoweringOptions(today)) }, cancellationToken);
        await HitPrinter.WriteAsync(context.Output, page, context.Environment.OutputIsTerminal);
        return ExitCode.Success;
    }
}
