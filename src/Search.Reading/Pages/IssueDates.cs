using System.Globalization;
using Search.Reading.Dates;

namespace Search.Reading.Pages;

/// <summary>The day chosen and why.</summary>
internal sealed record ChosenDate(DateOnly? Day, IReadOnlyList<string> Explanation);

/// <summary>
/// Chooses the day a statement bears among the days its page names. Places are tried in the order in which they were added; a year
/// that is left out comes from the page's other dates, and so does the order of day and month where two numbers leave it open.
/// </summary>
internal sealed class IssueDates
{
    private readonly List<(FoundDate Date, string Where)> _candidates = [];
    private readonly List<FoundDate> _others = [];

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

    /// <param name="monthFirst">How the site's country writes numbers; null when it is not known.</param>
    public ChosenDate Choose(bool? monthFirst)
    {
        var order = OrderOf(_candidates.Select(candidate => candidate.Date).Concat(_others)) ?? monthFirst;
        List<string> remarks = [];
        foreach (var (date, where) in _candidates)
        {
            var day = date.IsAmbiguous ? Resolve(date, order) : date.ToDate(YearNear(date));
            if (day is not null)
            {
                remarks.Insert(0, string.Create(CultureInfo.InvariantCulture, $"Issued {day:yyyy-MM-dd}, from {where}."));
                return new ChosenDate(day, remarks);
            }

            remarks.Add(date.IsAmbiguous
                ? $"Left open: {date.Day}/{date.Month}/{date.Year} in {where} may be day or month first."
                : $"Left open: no year for day {date.Day} of month {date.Month} in {where}.");
        }

        return new ChosenDate(null, remarks.Count > 0 ? remarks : ["No date found."]);
    }

    private DateOnly? Resolve(FoundDate date, bool? monthFirst)
    {
        var (dayFirst, swapped) = (date.ToDate(), date.Swapped.ToDate());
        foreach (var other in _candidates.Select(candidate => candidate.Date).Where(other => !other.IsAmbiguous && other.HasYear))
        {
            var day = other.ToDate();
            if (day == dayFirst || day == swapped)
            {
                return day;
            }
        }

        return monthFirst is null ? null : monthFirst.Value ? swapped : dayFirst;
    }

    /// <summary>The year of the nearest date that has one: statements name the day of the same year, but for those at its turn.</summary>
    private int YearNear(FoundDate date)
    {
        if (date.HasYear)
        {
            return date.Year;
        }

        var with = _candidates.Select(candidate => candidate.Date).Concat(_others).FirstOrDefault(other => other.HasYear && !other.IsAmbiguous);
        if (!with.HasYear)
        {
            return 0;
        }

        // In January "December 30" is last year's.
        return date.Month == 12 && with.Month == 1 ? with.Year - 1 : with.Year;
    }

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
