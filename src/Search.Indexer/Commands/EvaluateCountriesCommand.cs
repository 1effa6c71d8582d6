using System.CommandLine;
using Search.Core.Countries;
using Search.Indexer.Evaluation;
using Search.Indexer.Hosting;
using Search.Indexer.Output;

namespace Search.Indexer.Commands;

/// <summary>Measures which countries are found in texts against those that people marked.</summary>
internal sealed class EvaluateCountriesCommand
{
    private readonly Argument<string> _gold = new("GOLD") { Description = "JSON Lines with id, text and countries (ISO 3166 alpha-2)." };

    private readonly Option<string> _kinds = new("--kinds")
    {
        Description = "Which mentions count: name, abbreviation, demonym, inside-name, capital, part, separated by commas; or default, "
            + "all.",
        HelpName = "LIST",
        DefaultValueFactory = _ => "default",
    };

    public CommandDefinition Define() => new(
        new Command("evaluate-countries", "Measures how well the countries that texts name are found.") { _gold, _kinds },
        RunAsync,
        """
        search evaluate-countries gold.jsonl                  scores, then every error with its context
        search evaluate-countries gold.jsonl --kinds all --json
        """);

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var list = context.Arguments.GetValue(_kinds)!;
        if (!MentionKindSets.TryParse(list.Replace("-", string.Empty, StringComparison.Ordinal), out var kinds))
        {
            throw new UsageException(
                $"--kinds {list}: not a list of name, abbreviation, demonym, inside-name, capital, part, default, all.");
        }

        var texts = await MarkedTexts.ReadAsync(context.Arguments.GetRequiredValue(_gold), cancellationToken);
        var scores = await context.Progress.RunAsync("Evaluating", scope => Task.Run(
            () => CountryEvaluation.Evaluate(CountryMatcher.Default, Told(texts, scope.Of(texts.Count), cancellationToken), kinds),
            cancellationToken));
        await (context.Json ? WriteJsonAsync(context, scores) : WriteAsync(context, scores));
        return ExitCode.Success;
    }

    /// <summary>The same texts, with progress told and the token asked before each.</summary>
    private static IEnumerable<MarkedText> Told(
        IEnumerable<MarkedText> texts, IProgress<long> progress, CancellationToken cancellationToken)
    {
        foreach (var (index, text) in texts.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress.Report(index);
            yield return text;
        }
    }

    private static Task WriteJsonAsync(CommandContext context, CountryScores scores) => context.WriteJsonAsync(new
    {
        scores.Precision,
        scores.Recall,
        scores.F1,
        scores.Documents,
        scores.Right,
        scores.Wrong,
        scores.Missed,
        Errors = scores.Errors.Select(error => new { Document = error.TextId, error.Code, Missed = error.IsMissed, error.Contexts }),
    });

    private static async Task WriteAsync(CommandContext context, CountryScores scores)
    {
        await context.Output.WriteLineAsync(
            $"precision {scores.Precision:F3}   recall {scores.Recall:F3}   F1 {scores.F1:F3}   ({scores.Documents:N0} documents, "
            + $"{scores.Right:N0} right, {scores.Wrong:N0} wrong, {scores.Missed:N0} missed)");
        foreach (var error in scores.Errors)
        {
            await context.Output.WriteLineAsync($"{error.TextId}: {error.Code} {(error.IsMissed ? "missed" : "wrong")}");
            foreach (var text in error.Contexts)
            {
                await context.Output.WriteLineAsync($"    {SafeText.Of(text)}");
            }
        }
    }
}
