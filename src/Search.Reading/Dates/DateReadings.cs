using System.Globalization;

namespace Search.Reading.Dates;

/// <summary>The dates of a page.</summary>
/// <param name="Candidates">Those that may be the statement's, the likeliest first.</param>
/// <param name="Said">Of these, each place once.</param>
/// <param name="Others">The dates of all short lines of the page.</param>
/// <param name="Anchor">A day on which the page stood; null when none is known.</param>
internal sealed record PageDates(
    IReadOnlyList<FoundDate> Candidates, IReadOnlyList<FoundDate> Said, IReadOnlyList<FoundDate> Others, DateOnly? Anchor);

/// <summary>What the dates of one page mean, by each other, by the site's habits and by what can be.</summary>
internal sealed class DateReadings
{
    /// <summary>Before, a year is likelier a slip or another calendar's; a page that means it says so twice.</summary>
    private const int FirstYear = 1900;
    private const int FirstYearSaidTwice = 1500;

    private readonly PageDates _dates;
    private readonly DateSetting _setting;
    private readonly bool? _monthFirst;
    private readonly Dictionary<DateOnly, int> _certain = [];
    private readonly FoundDate _nearestOwn;
    private readonly FoundDate _nearestOther;

    public DateReadings(PageDates dates, DateSetting setting)
    {
        (_dates, _setting) = (dates, setting);
        _monthFirst = OrderOf(dates.Candidates.Concat(dates.Others)) ?? setting.MonthFirst;
        _nearestOwn = dates.Candidates.FirstOrDefault(IsPossible);
        _nearestOther = dates.Others.FirstOrDefault(IsPossible);

        // Gathered once, as a page may name a hundred thousand.
        for (var place = 0; place < dates.Candidates.Count; place++)
        {
            if (dates.Candidates[place] is { Calendar: DateCalendar.Gregorian } date && IsPossible(date))
            {
                _certain.TryAdd(date.ToDate()!.Value, place);
            }
        }
    }

    /// <summary>The day; without one, why it is left open.</summary>
    public (DateOnly? Day, string Remark) Read(FoundDate date)
    {
        var day = date is { IsShort: true } && _setting.ShortYear != ShortYear.Last ? ReadShort(date)
            : date.Order == NumberOrder.YearFirst ? null
            : date.IsAmbiguous ? ReadNumbers(date)
            : date.Calendar == DateCalendar.Hijri ? Seen(date.ToDate()!.Value)
            : date.ToDate(YearNear(date));
        return day is null ? (null, RemarkOn(date))
            : day > _setting.LastDay ? (null, string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} is yet to come"))
            : day.Value.Year < FirstYear && !IsSaidTwice(date) ? (null, $"the year {day.Value.Year} is said once only")
            : (day, string.Empty);
    }

    private static string RemarkOn(FoundDate date) =>
        date.HasYear ? $"{date.Day}/{date.Month}/{date.Year % 100:00} may be read in more than one way"
        : $"no year for day {date.Day} of month {date.Month}";

    private DateOnly? ReadShort(FoundDate date) => _setting.ShortYear == ShortYear.First ? date.YearInFront.ToDate() : null;

    /// <summary>The reading that another date of the page bears out; of both, that of the date which was added first.</summary>
    private DateOnly? ReadNumbers(FoundDate date)
    {
        var (dayFirst, swapped) = (date.ToDate(), date.Swapped.ToDate());
        var (placeOfFirst, placeOfSwapped) = (PlaceOf(dayFirst), PlaceOf(swapped));
        return placeOfFirst < placeOfSwapped ? dayFirst
            : placeOfSwapped < int.MaxValue ? swapped
            : _monthFirst is null ? null
            : _monthFirst.Value ? swapped : dayFirst;

        int PlaceOf(DateOnly? day) => day is { } known ? _certain.GetValueOrDefault(known, int.MaxValue) : int.MaxValue;
    }

    /// <summary>The day that the page gives in the common calendar beside one that is computed.</summary>
    private DateOnly Seen(DateOnly computed)
    {
        foreach (var days in (ReadOnlySpan<int>)[0, -1, 1, -CalendarYears.DaysOff, CalendarYears.DaysOff])
        {
            if (_certain.ContainsKey(computed.AddDays(days)))
            {
                return computed.AddDays(days);
            }
        }

        return computed;
    }

    /// <summary>The year of the nearest date that has one: statements name the day of the same year, but for those at its turn.</summary>
    private int YearNear(FoundDate date)
    {
        if (date.HasYear)
        {
            return date.Year;
        }

        if (!_nearestOwn.HasYear && _dates.Anchor is { } taken)
        {
            // The last such day before the page was taken.
            return date.ToDate(taken.Year) <= taken ? taken.Year : taken.Year - 1;
        }

        var with = _nearestOwn.HasYear ? _nearestOwn : _nearestOther;
        return !with.HasYear ? 0

            // In January "December 30" is last year's.
            : date.Month == 12 && with.Month == 1 ? with.Year - 1
            : with.Year;
    }

    private bool IsPossible(FoundDate date) =>
        date.IsCertain && date.ToDate() is { Year: >= FirstYear } day && !(day > _setting.LastDay);

    private bool IsSaidTwice(FoundDate date) =>
        date.Year >= FirstYearSaidTwice
        && Math.Max(_dates.Said.Count(other => IsSame(date, other)), _dates.Others.Count(other => IsSame(date, other))) > 1;

    private static bool IsSame(FoundDate date, FoundDate other) =>
        other is { HasYear: true, IsAmbiguous: false } && date.ToDate() == other.ToDate();

    /// <summary>Other numbers of the page whose order is certain: 25/12/2024 or 12/25/2024. Null when there is none, or both.</summary>
    private bool? OrderOf(IEnumerable<FoundDate> dates)
    {
        var (dayFirst, monthFirst) = (false, false);
        foreach (var date in dates.Where(date => !date.IsShort || _setting.ShortYear == ShortYear.Last))
        {
            dayFirst |= date.Order == NumberOrder.DayFirst;
            monthFirst |= date.Order == NumberOrder.MonthFirst;
        }

        return dayFirst == monthFirst ? null : monthFirst;
    }
}
