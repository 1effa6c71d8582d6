namespace Search.Indexer.Evaluation;

/// <summary>How well rankings put the documents that people judged relevant first; means over queries, 0 to 1.</summary>
/// <param name="Ndcg10">Normalised discounted cumulative gain of the first ten; the gain of a document is its grade (linear).</param>
/// <param name="Mrr">Mean of 1 / rank of the first relevant document.</param>
/// <param name="Success1">Share of queries whose first document is relevant.</param>
/// <param name="Success10">Share of queries with a relevant document among the first ten.</param>
/// <param name="Queries">Queries with at least one relevant document; others say nothing.</param>
internal sealed record RankingMeasures(double Ndcg10, double Mrr, double Success1, double Success10, int Queries)
{
    private const int Depth = 10;

    /// <param name="rankings">For each query the documents found, best first, and the grades of the judged ones.</param>
    public static RankingMeasures Of(IReadOnlyCollection<(IReadOnlyList<string> Found, IReadOnlyDictionary<string, int> Grades)> rankings)
    {
        var judged = rankings.Where(ranking => ranking.Grades.Values.Any(grade => grade > 0)).ToList();
        var ranks = judged.Select(ranking => FirstRelevant(ranking.Found, ranking.Grades)).ToList();
        double Mean(IEnumerable<double> values) => judged.Count == 0 ? 0 : values.Sum() / judged.Count;
        return new RankingMeasures(
            Mean(judged.Select(ranking => Ndcg(ranking.Found, ranking.Grades))),
            Mean(ranks.Select(rank => rank == 0 ? 0 : 1.0 / rank)),
            Mean(ranks.Select(rank => rank == 1 ? 1.0 : 0)),
            Mean(ranks.Select(rank => rank is >= 1 and <= Depth ? 1.0 : 0)),
            judged.Count);
    }

    /// <summary>Järvelin and Kekäläinen 2002, with log2(rank + 1) as the discount of every rank.</summary>
    internal static double Ndcg(IReadOnlyList<string> found, IReadOnlyDictionary<string, int> grades)
    {
        var ideal = Gain(grades.Values.Where(grade => grade > 0).OrderDescending());
        return ideal > 0 ? Gain(found.Select(document => Math.Max(0, grades.GetValueOrDefault(document)))) / ideal : 0;
    }

    private static double Gain(IEnumerable<int> grades) =>
        grades.Take(Depth).Select((grade, index) => grade / Math.Log2(index + 2)).Sum();

    /// <summary>From 1; 0 when no relevant document was found.</summary>
    private static int FirstRelevant(IReadOnlyList<string> found, IReadOnlyDictionary<string, int> grades)
    {
        for (var index = 0; index < found.Count; index++)
        {
            if (grades.GetValueOrDefault(found[index]) > 0)
            {
                return index + 1;
            }
        }

        return 0;
    }
}
