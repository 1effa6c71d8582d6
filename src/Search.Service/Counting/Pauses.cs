using Search.Archive.Counting;

namespace Search.Service.Counting;

/// <summary>Days of which the archive holds nothing, more than is usual.</summary>
/// <param name="From">The first of them.</param>
/// <param name="To">The last.</param>
public readonly record struct Gap(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Whether a part of it lies in a range.</summary>
    public bool Touches(DateOnly? from, DateOnly? to) => !(To < from) && !(From > to);
}

/// <summary>
/// The pauses between the statements of one source or issuer: how long they usually are, and which are so long that something may be
/// missing. docs/decisions/0102 says why it is reckoned so.
/// </summary>
internal sealed class Pauses
{
    /// <summary>Nine pauses in ten are no longer than the usual one.</summary>
    private const double UsualShare = 0.9;

    /// <summary>So many times as long as usual is a gap.</summary>
    private const int Much = 2;

    private readonly DateOnly? _first;
    private readonly DateOnly? _last;
    private readonly IReadOnlyList<Silence> _pauses;

    /// <param name="holdings">All of the source or issuer, whatever range is asked for: that tells what is usual.</param>
    public Pauses(Holdings holdings)
    {
        var dates = holdings.Dates.Select(date => date.Key).ToList();
        _first = dates.Count == 0 ? null : dates.Min(date => date.First);
        _last = dates.Count == 0 ? null : dates.Max(date => date.Last);
        _pauses = [.. Silences.Between(dates)];
        int[] lengths = [.. _pauses.Select(pause => pause.Days).Order()];
        Usual = lengths.Length == 0 ? null : lengths[(int)(UsualShare * (lengths.Length - 1))];
    }

    /// <summary>Days from one statement to the next; null where there are no two.</summary>
    public int? Usual { get; }

    /// <summary>
    /// Gaps that lie in a range, wholly or partly, in the order of time. Before the first statement and after the last there is a gap
    /// as far as the range reaches; without a bound nobody asks.
    /// </summary>
    public IEnumerable<Gap> Gaps(DateOnly? from, DateOnly? to)
    {
        if (_first is not { } first || _last is not { } last)
        {
            return from is { } start && to is { } end ? [new Gap(start, end)] : [];
        }

        // Between two statements a pause of n days has n - 1 days without any.
        var inside = _pauses.Select(pause => pause.Days > 1 ? new Gap(pause.From.AddDays(1), pause.To.AddDays(-1)) : (Gap?)null);
        Gap?[] edges =
        [
            from < first ? new Gap(from.Value, Earlier(first.AddDays(-1), to)) : null,
            to > last ? new Gap(Later(last.AddDays(1), from), to.Value) : null,
        ];
        return inside.Prepend(edges[0]).Append(edges[1]).OfType<Gap>()
            .Where(gap => gap.Days >= Much * (Usual ?? 0) && gap.Touches(from, to));
    }

    private static DateOnly Earlier(DateOnly day, DateOnly? other) => other < day ? other.Value : day;

    private static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;
}
