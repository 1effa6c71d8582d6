using Search.Archive.Storing;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Sqlite;
using Search.Testing;
using Search.Testing.Generation;

namespace Search.Service.Tests.Neighbours;

/// <summary>A quarter of a news agency's reports, with copies of some of them as other sources might print them.</summary>
public sealed class RealNeighboursTests : IDisposable
{
    private const int Pairs = 200;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Neighbours_OfReportsWithAFifthOfTheWordsReplaced_AreFoundAndTheirRunsAreThere()
    {
        Statement[] reports =
        [
            .. RealStatements.Read(SharedData.Require("data/statements/kcna-2011-2012.jsonl.gz")).Where((_, index) => index % 4 == 0),
        ];
        var random = new Random(107);
        var ones = reports.Where(report => report.Body.Split(' ').Length >= 60).OrderBy(_ => random.Next()).Take(Pairs).ToList();
        var others = ones.Select((one, index) => Reworded(one, index, random)).ToList();
        await using var engine = SqliteSearchEngine.Open(new SqliteOptions { Path = _folder.File("archive.db") });
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Load, Cancellation))
        {
            await writer.ImportAsync([.. reports, .. others], Cancellation);
            await writer.CompleteAsync(Cancellation);
        }

        var (siblings, novelty) = (
            new SiblingService(engine, engine, TimeProvider.System), new NoveltyService(engine, engine, TimeProvider.System));
        var (found, runs) = (0, 0);
        foreach (var (one, other) in ones.Zip(others))
        {
            var answer = (await siblings.GetAsync(other.Id.Value, Cancellation))!;
            found += answer.Siblings.Any(sibling => sibling.Statement.Id == one.Id.Value) ? 1 : 0;
            foreach (var span in (await novelty.GetAsync(other.Id.Value, Cancellation))!.Spans)
            {
                runs++;
                var said = (span.Field == "title" ? other.Title : other.Body).Substring(span.Start, span.Length);
                var earliest = (await engine.GetAsync(span.Earliest.Id, Cancellation))!.Statement;
                Assert.True(earliest.Issued!.Value.Last < other.Issued!.Value.First);
                Assert.True(Has(earliest.Title, said) || Has(earliest.Body, said), said);
            }
        }

        Assert.True(found >= .95 * Pairs, $"{found} of {Pairs}");
        Assert.True(runs > Pairs, $"{runs} runs");
    }

    private static bool Has(string text, string said) => $" {Folded(text)} ".Contains($" {Folded(said)} ", StringComparison.Ordinal);

    private static string Folded(string text) =>
        string.Join(' ', new TextAnalyzer().Analyze(text).Select(token => token.Forms.Exact));

    /// <summary>Every fifth word is another, but names and numbers are the same; of a day later, from another source.</summary>
    private static Statement Reworded(Statement statement, int number, Random random)
    {
        var words = statement.Body.Split(' ');
        int[] ordinary = [.. Enumerable.Range(0, words.Length).Where(index => words[index].Length > 0 && words[index].All(char.IsLower))];
        foreach (var index in ordinary.OrderBy(_ => random.Next()).Take(words.Length / 5))
        {
            words[index] = $"{words[index]}o{(char)('a' + random.Next(26))}";
        }

        return new StatementBuilder($"reworded-{number}")
        {
            Title = "As others print it",
            Body = string.Join(' ', words),
            Source = "Evening Buoy",
            Issued = statement.Issued is { } issued ? issued.Last.AddDays(1) : null,
        }.Build();
    }
}
