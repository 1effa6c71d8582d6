using Search.Archive;
using Search.Archive.Counting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Testing.Generation;
using Xunit;

namespace Search.Testing.Contract;

/// <summary>
/// What is said to stand at the open places of a phrase is what a plain loop over the words of all statements finds there, for
/// generated phrases under generated filters, with no difference.
/// </summary>
public abstract class EnginePhrases
{
    private const int Questions = 200;

    /// <summary>A new and empty archive. The test disposes it.</summary>
    protected abstract Task<ISearchEngine> CreateAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GeneratedPhrases_OverFictionalStatements_AreFilledAsALoopFindsThem() =>
        await CompareAsync(FictionalCorpus.Statements(400), seed: 21);

    [Fact]
    public async Task GeneratedPhrases_OverRealStatements_AreFilledAsALoopFindsThem() =>
        await CompareAsync(RealStatements.Read(SharedData.Require("data/statements/functional.jsonl")), seed: 22);

    private async Task CompareAsync(IReadOnlyList<Statement> statements, int seed)
    {
        await using var engine = await CreateAsync();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation))
        {
            await writer.ImportAsync(statements, Cancellation);
            await writer.CompleteAsync(Cancellation);
        }

        var analyzer = new TextAnalyzer();
        var analyzed = statements.Select(statement => new AnalyzedStatement(statement, analyzer)).ToList();
        var (phrases, others) = (new OpenPhraseGenerator(analyzed, seed), new MatchGenerator(analyzed, seed));
        var filters = new FilterGenerator(statements, seed);
        var (withHits, differences) = (0, new List<string>());
        for (var number = 0; number < Questions; number++)
        {
            var (phrase, filter) = (phrases.Next(), filters.Next());
            MatchNode[] runs = [.. phrase.Runs.Select(run => new PhraseMatch(run.Slots, phrase.Scope))];
            var any = runs.Length == 1 ? runs[0] : new DisjunctionMatch([.. runs]);
            var query = number % 3 == 0 ? new ConjunctionMatch([any, others.Next()]) : any;
            var expected = Fillings.Describe(phrase, analyzed
                .Where(statement => FilterEvaluator.Admits(filter, statement.Statement)
                    && MatchEvaluator.Matches(query, statement, filter.CountryKinds)));
            var counts = await new PhraseFillers(engine).CountAsync(
                new FillerRequest { Query = query, Phrase = phrase, Filters = filter, Budget = TimeSpan.FromMinutes(1) },
                new MatchWork(),
                Cancellation);
            var actual = Describe(counts);
            withHits += counts.Statements > 0 ? 1 : 0;
            if (expected != actual)
            {
                differences.Add($"#{number} {MatchPrinter.Print(query)} under {FilterGenerator.Describe(filter)}:\n{expected}\n{actual}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(10))}");
        Assert.True(withHits * 2 >= Questions, $"Only {withHits} of {Questions} phrases have hits; they prove too little.");
    }

    private static string Describe(FillerCounts counts)
    {
        var fillers = counts.Fillers.Select(filler =>
            $"{filler.Text} {filler.Statements} {filler.Occurrences} {filler.First?.Id} {filler.Last?.Id} {filler.Example.Id} "
            + MatchEvaluator.Matches(filler.Passage, new AnalyzedStatement(filler.Example, new TextAnalyzer())));
        return $"{counts.Statements} {counts.Occurrences}\n{string.Join('\n', fillers)}";
    }
}
