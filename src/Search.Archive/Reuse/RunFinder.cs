using Search.Archive.Fingerprints;
using Search.Archive.Matching;

namespace Search.Archive.Reuse;

/// <summary>Words of a text that stand in another just so: from the first to before the end.</summary>
public readonly record struct WordRun(int Start, int End)
{
    public int Length => End - Start;

    public bool Contains(WordRun other) => Start <= other.Start && other.End <= End;
}

/// <summary>Finds the runs that a text has in common with others: of eight words or more, or whole sentences of five or more.</summary>
public sealed class RunFinder
{
    private readonly WordSequence _text;
    private readonly MatchWork _work;
    private readonly Dictionary<(int, int, int, int, int), List<int>> _places = [];

    /// <param name="text">The text.</param>
    /// <param name="work">Ends what takes too long.</param>
    public RunFinder(WordSequence text, MatchWork work)
    {
        (_text, _work) = (text, work);
        for (var start = 0; start + StatementPrints.SentenceLength <= text.Count; start++)
        {
            var words = FirstWords(text.Words, start);
            if (!_places.TryGetValue(words, out var places))
            {
                _places.Add(words, places = []);
            }

            places.Add(start);
        }
    }

    /// <summary>In the order of the text, none within another.</summary>
    public IReadOnlyList<WordRun> Find(WordSequence other)
    {
        var runs = new List<WordRun>();
        var known = 0;
        for (var end = 1; end <= other.Count; end++)
        {
            known = other.Words[end - 1] == WordSequence.Unknown ? 0 : known + 1;
            var place = end - StatementPrints.SentenceLength;
            if (known >= StatementPrints.SentenceLength && _places.TryGetValue(FirstWords(other.Words, place), out var starts))
            {
                foreach (var start in starts)
                {
                    _work.Add(1);
                    if (start == 0 || place == 0 || _text.Words[start - 1] != other.Words[place - 1])
                    {
                        Add(other, start, place, runs);
                    }
                }
            }
        }

        return Outermost(runs);
    }

    /// <summary>In the order of the text, without those that are within another.</summary>
    public static IReadOnlyList<WordRun> Outermost(IEnumerable<WordRun> runs)
    {
        var outermost = new List<WordRun>();
        foreach (var run in runs.OrderBy(run => run.Start).ThenByDescending(run => run.End))
        {
            if (outermost.Count == 0 || run.End > outermost[^1].End)
            {
                outermost.Add(run);
            }
        }

        return outermost;
    }

    private void Add(WordSequence other, int start, int place, List<WordRun> runs)
    {
        var length = _text.Words.AsSpan(start).CommonPrefixLength(other.Words.AsSpan(place));
        if (length >= StatementPrints.RunLength)
        {
            runs.Add(new WordRun(start, start + length));
            return;
        }

        // So few words are one sentence at most.
        foreach (var end in _text.SentenceEnds.SkipWhile(end => end <= start).TakeWhile(end => end <= start + length))
        {
            for (var first = start; first + StatementPrints.SentenceLength <= end; first++)
            {
                if (_text.IsSentence(first, end) && other.IsSentence(first - start + place, end - start + place))
                {
                    runs.Add(new WordRun(first, end));
                }
            }
        }
    }

    private static (int, int, int, int, int) FirstWords(int[] words, int start) =>
        (words[start], words[start + 1], words[start + 2], words[start + 3], words[start + 4]);
}
