using System.Collections.Concurrent;
using Search.Sqlite.Indexing;
using Search.Sqlite.Planning;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Matching;

/// <summary>
/// BM25 as Robertson and Zaragoza give it ("The Probabilistic Relevance Framework", 2009), with Lucene's idf,
/// ln(1 + (N − df + ½) / (df + ½)), and a word of the title counted several times.
/// </summary>
/// <param name="columns">Lengths and the number of statements.</param>
/// <param name="frequencyOf">In how many statements a token stands.</param>
internal sealed class Bm25(StatementColumns columns, Func<string, long> frequencyOf)
{
    public const float TitleWeight = 3;
    private const float K1 = 1.2f;
    private const float B = 0.75f;

    private readonly float _fixedPart = K1 * (1 - B);
    private readonly float _lengthPart = (float)(K1 * B / columns.AverageLength);

    /// <summary>What a term of this frequency adds to the score of a statement.</summary>
    public float Score(int slot, float weight, float frequency) =>
        weight * frequency / (frequency + _fixedPart + (_lengthPart * columns.Lengths[slot]));

    /// <summary>A phrase weighs what its words weigh together; a position without tokens of its own (a prefix) weighs one.</summary>
    public float Weigh(ScoredTerm term)
    {
        var weight = 0.0;
        foreach (var alternatives in term.Tokens)
        {
            weight += alternatives.Count == 0 ? 1 : Idf(alternatives.Sum(frequencyOf));
        }

        return (float)(weight * (K1 + 1));
    }

    private double Idf(long frequency) =>
        Math.Log(1 + ((columns.Count - Math.Min(frequency, columns.Count) + 0.5) / (frequency + 0.5)));
}

/// <summary>In how many statements a token stands; remembered for as long as the archive does not change.</summary>
internal sealed class DocumentFrequencies
{
    private const int Capacity = 200_000;

    private volatile FrequencySnapshot _current = new(-1);

    public long Of(ReaderConnection reader, long revision, string token)
    {
        var snapshot = _current;
        if (snapshot.Revision != revision || snapshot.Values.Count > Capacity)
        {
            _current = snapshot = new FrequencySnapshot(revision);
        }

        if (!snapshot.Values.TryGetValue(token, out var frequency))
        {
            var found = reader.Command("SELECT doc FROM statement_words WHERE term = ?1", token).ExecuteScalar();
            frequency = found is long count ? count : 0;
            snapshot.Values[token] = frequency;
        }

        return frequency;
    }

    private sealed record FrequencySnapshot(long Revision)
    {
        public ConcurrentDictionary<string, long> Values { get; } = new(StringComparer.Ordinal);
    }
}
