using System.CommandLine;
using Search.Indexer.Evaluation;
using Search.Indexer.Hosting;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary>Measures how often the issuer that a record names is found in its text alone.</summary>
internal sealed class EvaluateIssuersCommand
{
    private readonly Argument<string> _gold = new("GOLD") { Description = "JSON Lines as import takes them, with the field issuer." };

    public CommandDefinition Define() => new(
        new Command("evaluate-issuers", "Measures how well the issuers that records name are found in their texts.") { _gold },
        RunAsync,
        """
        search evaluate-issuers gold.jsonl                    the share found, then every error
        search evaluate-issuers gold.jsonl --json
        """);

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var lines = await TextLines.ReadAsync(context.Arguments.GetRequiredValue(_gold), cancellationToken);
        var scores = await context.Progress.RunAsync("Evaluating", _ => Task.Run(
            () => IssuerEvaluation.EvaluateAsync(lines, cancellationToken), cancellationToken));
        await (context.Json ? context.WriteJsonAsync(scores) : WriteAsync(context, scores));
        return ExitCode.Success;
    }

    private static async Task WriteAsync(CommandContext context, IssuerScores scores)
    {
        await context.Output.WriteLineAsync(
            $"share {scores.Share:F3}   ({scores.Documents:N0} documents, {scores.Right:N0} right, {scores.Wrong:N0} wrong, "
            + $"{scores.Missed:N0} missed)");
        foreach (var error in scores.Errors)
        {
            await context.Output.WriteLineAsync(SafeText.Of($"{error.Document}: {error.Found ?? "none"} instead of {error.Expected}"));
        }
    }
}
