using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Testing.Engines;

internal sealed record RankedStatement(Statement Statement, double Score);

/// <summary>The orders of hits. Relevance is BM25 over the query's phrases, each counted over this archive.</summary>
internal static class Ranking
{
    public static List<RankedStatement> Sort(SearchRequest request, IEnumerable<AnalyzedStatement> admitted, int archiveSize)
    {
        var statements = admitted.ToList();
        var scores = request.Sort == SortOrder.Relevance
            ? Scores(PhraseLeaves.Of(request.Query), statements, archiveSize)
            : new double[statements.Count];
        var ranked = statements.Select((statement, index) => new RankedStatement(statement.Statement, scores[index]));
        return [.. request.Sort switch
        {
            SortOrder.Oldest => ranked.OrderBy(entry => entry.Statement.Issued?.First.DayNumber ?? int.MaxValue)
                .ThenBy(entry => entry.Statement.Id.Value, StringComparer.Ordinal),
            SortOrder.Received => ranked.OrderByDescending(entry => entry.Statement.Trace?.Received)
                .ThenBy(entry => entry.Statement.Id.Value, StringComparer.Ordinal),
            _ => ranked.OrderByDescending(entry => entry.Score)
                .ThenByDescending(entry => entry.Statement.Issued?.First.DayNumber ?? int.MinValue)
                .ThenBy(entry => entry.Statement.Id.Value, StringComparer.Ordinal),
        }];
    }

    public static IEnumerable<Statement> NewestFirst(IEnumerable<Statement> statements) =>
        statements.OrderByDescending(statement => statement.Issued?.First.DayNumber ?? int.MinValue)
            .ThenBy(statement => statement.Id.Value, StringComparer.Ordinal);

    private static double[] Scores(IReadOnlyList<PhraseMatch> leaves, List<AnalyzedStatement> statements, int archiveSize)
    {
        var scores = new double[statements.Count];
        var average = statements.Count == 0 ? 1 : statements.Average(Length);
        foreach (var leaf in leaves)
        {
            var frequencies = statements.ConvertAll(statement => Frequency(leaf, statement));
            var found = frequencies.Count(frequency => frequency > 0);
            var rarity = Math.Log(1 + ((archiveSize - found + 0.5) / (found + 0.5)));
            for (var index = 0; index < scores.Length; index++)
            {
                var length = 1.2 * (0.25 + (0.75 * Length(statements[index]) / average));
                scores[index] += rarity * frequencies[index] * 2.2 / (frequencies[index] + length);
            }
        }

        return scores;
    }

    private static int Length(AnalyzedStatement statement) => statement.Title.Count + statement.Body.Count;

    private static int Frequency(PhraseMatch leaf, AnalyzedStatement statement)
    {
        var starts = new List<int>();
        var frequency = 0;
        foreach (var text in statement.TextsOf(leaf.Scope))
        {
            PhraseFinder.Find(leaf.Slots, text, statement.IsStemmed, starts, new MatchWork());
            frequency += starts.Count;
        }

        return frequency;
    }
}
