using Search.Archive.Counting;
using Search.Core.Statements;
using Search.Sqlite.Indexing;
using Search.Sqlite.Matching;
using Search.Sqlite.Searching;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Counting;

/// <summary>Counts matches by date and by issuer in one pass.</summary>
/// <param name="issuers">Whether by issuer, too.</param>
internal sealed class UseTally(StatementColumns columns, SlotFilter filter, bool issuers) : IMatchSink
{
    private readonly DayCounts _dates = new(columns.FirstDay, columns.LastDay);
    private readonly DateSpan[] _issuers = issuers ? new DateSpan[columns.Dictionaries.Issuers.Length] : [];
    private long _total;

    public bool Count(int slot)
    {
        if (!filter.Admits(slot))
        {
            return false;
        }

        _total++;
        var start = columns.Days[slot];
        var end = start;
        if (columns.TryGetLessExactDate(slot, out var date))
        {
            _dates.Add(date);
            end = ArchiveDay.Of(date.Last);
        }
        else
        {
            _dates.Add(start);
        }

        if (issuers)
        {
            _issuers[columns.Issuers[slot]].Add(start, end);
        }

        return false;
    }

    /// <summary>Nothing is shown of what is only counted.</summary>
    public void Offer(int slot, float score)
    {
    }

    public UseCounts ToCounts() => new(_total, UseOrder.Sorted(_dates.Counts()), [.. Paths().Values]);

    /// <param name="value">A name, a group, or null for statements without an issuer.</param>
    public long OfIssuer(string? value) => value is null ? _issuers[0].Count : Enumerable.Range(1, _issuers.Length - 1)
        .Where(key => _issuers[key].Count > 0 && IsOf(key, value))
        .Sum(key => (long)_issuers[key].Count);

    private bool IsOf(int key, string value) => IssuerGroups.IsGroup(value)
        ? IssuerGroups.In(columns.Dictionaries.Paths[key]).Contains(value)
        : columns.Dictionaries.Issuers[key].Name == value;

    /// <summary>Several ways to print an issuer are one path.</summary>
    private Dictionary<string, IssuerUses> Paths()
    {
        var paths = new Dictionary<string, IssuerUses>(StringComparer.Ordinal);
        for (var key = 0; key < _issuers.Length; key++)
        {
            var span = _issuers[key];
            if (span.Count == 0)
            {
                continue;
            }

            var path = key == 0 ? null : columns.Dictionaries.Paths[key];
            var known = paths.GetValueOrDefault(path ?? string.Empty);
            paths[path ?? string.Empty] = new IssuerUses(
                path,
                span.Count + (known?.Count ?? 0),
                UseOrder.First(span.First, known?.First),
                UseOrder.Last(span.Last, known?.Last));
        }

        return paths;
    }
}
