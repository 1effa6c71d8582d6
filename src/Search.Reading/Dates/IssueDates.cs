using System.Globalization;

namespace Search.Reading.Dates;

/// <summary>The day chosen and why.</summary>
internal sealed record ChosenDate(DateOnly? Day, IReadOnlyList<string> Explanation);

/// <summary>
/// Chooses the day a statement bears among the days its page names. Places are tried in the order in which they were added; a year
/// that is left out comes from the page's other dates, and so does the order of day and month where two numbers leave it open. Where
/// no day is printed, a weekday in the first sentence is counted back from a day on which the page is known to have stood.
/// </summary>
internal sealed class IssueDates
{
    private const int LongestLead = 400;
    private readonly List<(FoundDate Date, string Where)> _candidates = [];
    private readonly List<FoundDate> _others = [];
    private (DateOnly Day, string Where)? _anchor;
    private DayOfWeek? _weekday;

    /// <summary>The first date of a text that stands for an issue date.</summary>
    public void Add(string? text, string where)
    {
        if (text is { Length: > 0 })
        {
            _candidates.AddRange(DateScanner.Find(text).Take(1).Select(date => (date, where)));
        }
    }

    public void Add(IEnumerable<FoundDate> dates, string where) => _candidates.AddRange(dates.Select(date => (date, where)));

    /// <summary>Dates of the page that are not the statement's, but show how the site writes dates.</summary>
    public void AddOthers(IEnumerable<FoundDate> dates) => _others.AddRange(dates);

    /// <summary>The sentence in which a lead may say the weekday of issue; its first line is looked at.</summary>
    public void AddLead(string lead)
    {
        var line = lead.AsSpan().IndexOfAny('\n', '\r');
        _weekday = WeekdayScanner.Find(lead.AsSpan(0, Math.Min(line < 0 ? lead.Length : line, LongestLead)));
    }

    /// <summary>
    /// A day on or soon after that of issue: when the page was taken or last changed. Never itself the issue date; the first one given
    /// counts.
    /// </summary>
    public void AddAnchor(DateOnly? day, string where) => _anchor ??= day is { } given ? (given, where) : null;

    /// <inheritdoc cref="AddAnchor(DateOnly?, string)"/>
    public void AddAnchor(string? text, string where)
    {
        var certain = text is null ? [] : DateScanner.Find(text).Where(date => date is { HasYear: true, IsAmbiguous: false });
        AddAnchor(certain.Select(date => date.ToDate()).FirstOrDefault(), where);
    }

    /// <param name="monthFirst">How the site's country writes numbers; null when it is not known.</param>
    public ChosenDate Choose(bool? monthFirst)
    {
        var order = OrderOf(_candidates.Select(candidate => candidate.Date).Concat(_others)) ?? monthFirst;
        var (certain, nearest) = (Certain(), Nearest());
        List<string> remarks = [];
        foreach (var (date, where) in _candidates)
        {
            var day = date.IsAmbiguous ? Resolve(date, order, certain) : date.ToDate(YearNear(date, nearest));
            if (day is not null)
            {
                remarks.Insert(0, string.Create(CultureInfo.InvariantCulture, $"Issued {day:yyyy-MM-dd}, from {where}."));
                return new ChosenDate(day, remarks);
            }

            remarks.Add(date.IsAmbiguous
                ? $"Left open: {date.Day}/{date.Month}/{date.Year} in {where} may be day or month first."
                : $"Left open: no year for day {date.Day} of month {date.Month} in {where}.");
        }

        if (_weekday is { } weekday)
        {
            if (_anchor is { } anchor)
            {
                var day = WeekdayScanner.LastBefore(anchor.Day, weekday);
                remarks.Insert(0, string.Create(
                    CultureInfo.InvariantCulture,
                    $"Issued {day:yyyy-MM-dd}, the {weekday} that the first sentence names, counted back from {anchor.Day:yyyy-MM-dd}, "
                        + $"{anchor.Where}."));
                return new ChosenDate(day, remarks);
            }

            remarks.Add($"Left open: the first sentence names a {weekday}, and no day is known to count it from.");
        }
        else if (_anchor is { } known)
        {
            remarks.Add(string.Create(
                CultureInfo.InvariantCulture, $"Left open: {known.Day:yyyy-MM-dd} is {known.Where}, not the day of issue."));
        }

        return new ChosenDate(null, remarks.Count > 0 ? remarks : ["No date found."]);
    }

    /// <summary>The reading that another date of the page bears out; of both, that of the date which was added first.</summary>
    private static DateOnly? Resolve(FoundDate date, bool? monthFirst, Dictionary<DateOnly, int> certain)
    {
        var (dayFirst, swapped) = (date.ToDate(), date.Swapped.ToDate());
        var (placeOfFirst, placeOfSwapped) = (PlaceOf(dayFirst), PlaceOf(swapped));
        return placeOfFirst < placeOfSwapped ? dayFirst
            : placeOfSwapped < int.MaxValue ? swapped
            : monthFirst is null ? null
            : monthFirst.Value ? swapped : dayFirst;

        int PlaceOf(DateOnly? day) => day is { } known ? certain.GetValueOrDefault(known, int.MaxValue) : int.MaxValue;
    }

    /// <summary>Days that leave nothing open, and where each was added: gathered once, as a page may name a hundred thousand.</summary>
    private Dictionary<DateOnly, int> Certain()
    {
        var certain = new Dictionary<DateOnly, int>();
        for (var place = 0; place < _candidates.Count; place++)
        {
            if (_candidates[place].Date is { IsAmbiguous: false, HasYear: true } date && date.ToDate() is { } day)
            {
                certain.TryAdd(day, place);
            }
        }

        return certain;
    }

    /// <summary>The year of the nearest date that has one: statements name the day of the same year, but for those at its turn.</summary>
    private int YearNear(FoundDate date, (FoundDate Own, FoundDate Other) nearest)
    {
        if (date.HasYear)
        {
            return date.Year;
        }

        var with = nearest.Own;
        if (!with.HasYear && _anchor is { Day: var taken })
        {
            // The last such day before the page was taken.
            return date.ToDate(taken.Year) <= taken ? taken.Year : taken.Year - 1;
        }

        with = with.HasYear ? with : nearest.Other;
        if (!with.HasYear)
        {
            return 0;
        }

        // In January "December 30" is last year's.
        return date.Month == 12 && with.Month == 1 ? with.Year - 1 : with.Year;
    }

    /// <summary>The first date with a year among those that may be the statement's, and among the others.</summary>
    private (FoundDate Own, FoundDate Other) Nearest() => (
        _candidates.Find(candidate => candidate.Date is { HasYear: true, IsAmbiguous: false }).Date,
        _others.Find(other => other is { HasYear: true, IsAmbiguous: false }));

    /// <summary>Other numbers of the page whose order is certain: 25/12/2024 or 12/25/2024. Null when there is none, or both.</summary>
    private static bool? OrderOf(IEnumerable<FoundDate> dates)
    {
        var (dayFirst, monthFirst) = (false, false);
        foreach (var date in dates)
        {
            dayFirst |= date.Order == NumberOrder.DayFirst;
            monthFirst |= date.Order == NumberOrder.MonthFirst;
        }

        return dayFirst == monthFirst ? null : monthFirst;
    }
}
