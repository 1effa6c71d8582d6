using Search.Archive.Matching;
using Search.Core.Statements;

namespace Search.Archive.Counting;

/// <summary>Adds up what stands at the open places of a phrase, statement by statement.</summary>
internal sealed class FillerTally
{
    private readonly Dictionary<string, Words> _words = new(StringComparer.Ordinal);
    private long _statements;
    private long _occurrences;

    /// <param name="statement">No statement twice.</param>
    /// <param name="places">All that it has.</param>
    public void Add(Statement statement, IEnumerable<FillerPlace> places)
    {
        var found = false;
        foreach (var place in places)
        {
            found = true;
            _occurrences++;
            if (!_words.TryGetValue(place.Key, out var words))
            {
                _words.Add(place.Key, words = new Words(place.Key, statement, place.Phrase));
            }

            words.Add(statement, place);
        }

        _statements += found ? 1 : 0;
    }

    public FillerCounts ToCounts() => new(_statements, _occurrences,
    [
        .. _words.Values
            .OrderByDescending(words => words.Statements)
            .ThenByDescending(words => words.Occurrences)
            .ThenBy(words => words.Key, StringComparer.Ordinal)
            .Select(words => words.ToCount()),
    ]);

    private sealed class Words(string key, Statement statement, MatchNode phrase)
    {
        private readonly Dictionary<string, long> _printed = new(StringComparer.Ordinal);
        private Statement? _counted;
        private (Statement Statement, MatchNode Phrase) _example = (statement, phrase);
        private Statement? _last;

        public string Key { get; } = key;

        public long Statements { get; private set; }

        public long Occurrences { get; private set; }

        public void Add(Statement statement, FillerPlace place)
        {
            Occurrences++;
            _printed[place.Text] = _printed.GetValueOrDefault(place.Text) + 1;
            if (ReferenceEquals(_counted, statement))
            {
                return;
            }

            Statements++;
            _counted = statement;
            if (IsBetter(statement, _example.Statement, UseOrder.IsBefore))
            {
                _example = (statement, place.Phrase);
            }

            // Only its head is kept: there may be thousands.
            _last = _last is null || IsBetter(statement, _last, UseOrder.IsAfter) ? statement with { Body = string.Empty } : _last;
        }

        public FillerCount ToCount()
        {
            var text = _printed.OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;
            var isDated = _example.Statement.Issued is not null;
            return new FillerCount(
                text,
                Statements,
                Occurrences,
                isDated ? _example.Statement : null,
                isDated ? _last : null,
                _example.Statement,
                _example.Phrase);
        }

        /// <summary>Dated ones stand before undated ones, and of equal ones the one with the lowest id.</summary>
        private static bool IsBetter(Statement statement, Statement than, Func<IssueDate, IssueDate, bool> isBeyond)
        {
            if (statement.Issued is not { } date || than.Issued is not { } other)
            {
                return statement.Issued is null == than.Issued is null ? IsLower(statement, than) : statement.Issued is not null;
            }

            return isBeyond(date, other) || (date == other && IsLower(statement, than));
        }

        private static bool IsLower(Statement statement, Statement than) =>
            string.CompareOrdinal(statement.Id.Value, than.Id.Value) < 0;
    }
}
