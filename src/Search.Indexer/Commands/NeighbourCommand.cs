using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Search.Indexer.Hosting;
using Search.Indexer.Output;
using Search.Service;
using Search.Service.Responses;

namespace Search.Indexer.Commands;

/// <summary>What a statement has in common with others of the archive, as the HTTP interface answers it.</summary>
/// <param name="name">What is typed.</param>
/// <param name="description">What it does, in a sentence.</param>
/// <param name="ask">Asks the service; null where there is no such statement.</param>
/// <param name="type">How the answer is written as JSON.</param>
/// <param name="write">How it is written for people.</param>
internal sealed class NeighbourCommand<T>(
    string name,
    string description,
    Func<CommandContext, string, CancellationToken, Task<T?>> ask,
    JsonTypeInfo<T> type,
    Func<T, string> write)
    where T : class
{
    private readonly Argument<string> _id = new("ID") { Description = "The statement's id, or the one its source gave it." };

    public CommandDefinition Define() => new(
        new Command(name, description) { _id },
        RunAsync,
        $"""
        search {name} 0123456789abcdef
        search {name} 0123456789abcdef --json
        """);

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await context.OpenFilledEngineAsync(cancellationToken);
        var answer = await ask(context, context.Arguments.GetRequiredValue(_id), cancellationToken)
            ?? throw new UsageException("The archive holds no statement with this id.");
        await context.Output.WriteLineAsync(context.Json ? JsonSerializer.Serialize(answer, type) : write(answer));
        return ExitCode.Success;
    }
}

internal static class NeighbourCommands
{
    public static CommandDefinition Novelty() => new NeighbourCommand<NoveltyResponse>(
        "novelty",
        "Says what is new in a statement, and which earlier one has said the rest.",
        static (context, id, cancellationToken) => context.Service<NoveltyService>().GetAsync(id, cancellationToken),
        ResponseJson.Readable.NoveltyResponse,
        NeighbourText.Of).Define();

    public static CommandDefinition Siblings() => new NeighbourCommand<SiblingsResponse>(
        "siblings",
        "Lists the statements that are the same text in near-identical words.",
        static (context, id, cancellationToken) => context.Service<SiblingService>().GetAsync(id, cancellationToken),
        ResponseJson.Readable.SiblingsResponse,
        NeighbourText.Of).Define();

    public static CommandDefinition Similar() => new NeighbourCommand<SimilarResponse>(
        "similar",
        "Lists the statements that have a statement's rare words.",
        static (context, id, cancellationToken) => context.Service<SimilarityService>().GetAsync(id, cancellationToken),
        ResponseJson.Readable.SimilarResponse,
        NeighbourText.Of).Define();
}
