using System.Collections;
using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Archive.Reuse;

/// <summary>Compares a statement's texts with those of others, word by word.</summary>
/// <param name="statement">What may be new.</param>
/// <param name="analyzer">Belongs to the same thread.</param>
/// <param name="work">Ends what takes too long.</param>
public sealed class NoveltyFinder(Statement statement, TextAnalyzer analyzer, MatchWork work)
{
    private readonly WordNumbers _numbers = new(analyzer);

    /// <param name="others">All statements that may have text in common with it; later ones do not count.</param>
    /// <exception cref="QueryTooCostlyException">Not all could be compared in time.</exception>
    public Novelty Find(IReadOnlyList<Statement> others)
    {
        FieldRuns[] fields =
        [
            new(MentionField.Title, _numbers.Read(statement.Title), work),
            new(MentionField.Body, _numbers.Read(statement.Body), work),
        ];
        var undecided = new List<UndecidedStatement>();
        var known = _numbers.Known(analyzer);
        foreach (var other in others.Where(other => other.Id != statement.Id && !Precedence.IsEarlier(statement, other)))
        {
            Compare(other, known, fields, undecided);
        }

        var spans = fields.SelectMany(field => field.Spans()).ToList();
        return new Novelty(
            fields.Sum(field => field.Text.Count),
            fields.Sum(field => field.Text.Count - Covered(field.Text.Count, field.EarlierRuns)),
            spans,
            [
                .. undecided.OrderByDescending(other => other.Words)
                    .ThenBy(other => other.Statement.Id.Value, StringComparer.Ordinal),
            ]);
    }

    private void Compare(Statement other, KnownWords known, FieldRuns[] fields, List<UndecidedStatement> undecided)
    {
        work.Add(1 + other.Title.Length + other.Body.Length);
        var shared = Array.ConvertAll(fields, _ => new List<WordRun>());
        foreach (var text in (string[])[other.Title, other.Body])
        {
            var sequence = known.Read(text);
            foreach (var (runs, field) in shared.Zip(fields))
            {
                runs.AddRange(field.Finder.Find(sequence));
            }
        }

        var isEarlier = Precedence.IsEarlier(other, statement);
        var words = 0;
        foreach (var (all, field) in shared.Zip(fields))
        {
            var runs = RunFinder.Outermost(all);
            if (runs.Count > 0)
            {
                field.Found.Add(new FoundRuns(other, isEarlier, runs));
                words += Covered(field.Text.Count, runs);
            }
        }

        if (!isEarlier && words > 0)
        {
            undecided.Add(new UndecidedStatement(other, words));
        }
    }

    private static int Covered(int count, IEnumerable<WordRun> runs)
    {
        var covered = new BitArray(count);
        foreach (var word in runs.SelectMany(run => Enumerable.Range(run.Start, run.Length)))
        {
            covered[word] = true;
        }

        return covered.Cast<bool>().Count(isCovered => isCovered);
    }

    private sealed record FoundRuns(Statement Other, bool IsEarlier, IReadOnlyList<WordRun> Runs)
    {
        public bool Has(WordRun span) => Runs.Any(run => run.Contains(span));
    }

    private sealed class FieldRuns(MentionField field, WordSequence text, MatchWork work)
    {
        public WordSequence Text { get; } = text;

        public RunFinder Finder { get; } = new(text, work);

        public List<FoundRuns> Found { get; } = [];

        public IReadOnlyList<WordRun> EarlierRuns =>
            RunFinder.Outermost(Found.Where(found => found.IsEarlier).SelectMany(found => found.Runs));

        public IEnumerable<ReusedSpan> Spans()
        {
            foreach (var run in EarlierRuns)
            {
                var (first, last) = (Text.Tokens[run.Start], Text.Tokens[run.End - 1]);
                var having = Found.Where(found => found.Has(run)).ToLookup(found => found.IsEarlier, found => found.Other);
                yield return new ReusedSpan(
                    field, first.Start, last.Start + last.Length - first.Start, run.Length, Precedence.Sorted(having[true]),
                    having[false].Count());
            }
        }
    }
}
