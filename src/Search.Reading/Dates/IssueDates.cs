using System.Globalization;
using Search.Core.Statements;

namespace Search.Reading.Dates;

/// <summary>The date chosen and why.</summary>
internal sealed record ChosenDate(IssueDate? Date, IReadOnlyList<string> Explanation);

/// <summary>
/// Chooses the day a statement bears among the days its page names. Places are tried in the order in which they were added; a year
/// that is left out comes from the page's other dates, and so does the order of day and month where two numbers leave it open. Where
/// no day is printed, a weekday in the first sentence is counted back from a day on which the page is known to have stood. A place
/// that is there for a date and has a month or year alone tells that: later places count only for a day of it.
/// </summary>
internal sealed class IssueDates
{
    /// <summary>A labelled value stands in a line that is added for itself.</summary>
    public const string Label = "its label";

    private const int LongestLead = 400;
    private readonly List<(FoundDate Date, string Where)> _candidates = [];
    private readonly List<FoundDate> _others = [];
    private readonly List<DatePeriod> _periods = [];
    private readonly List<string> _remarks = [];
    private (DateOnly Day, string Where)? _anchor;
    private DayOfWeek? _weekday;

    /// <summary>The first date of a text that stands for an issue date.</summary>
    public void Add(string? text, string where)
    {
        if (text is not { Length: > 0 })
        {
            return;
        }

        Add(FirstOf(DateScanner.Find(text)), where);
    }

    /// <summary>The same of a text that is there for a date: where it has no day, its month or year counts.</summary>
    public void AddDate(string? text, string where)
    {
        var before = _candidates.Count;
        Add(text, where);
        if (_candidates.Count == before && text is not null && DatePeriod.Find(text, where, before) is { } period)
        {
            _periods.Add(period);
        }
    }

    public void Add(FoundDate? date, string where)
    {
        if (date is { } given)
        {
            _candidates.Add((given, where));
        }
    }

    /// <summary>The first of the dates of one place. A computed calendar's day may be one off: the common one's beside it counts.</summary>
    public static FoundDate? FirstOf(IEnumerable<FoundDate> dates)
    {
        FoundDate? first = null;
        foreach (var date in dates)
        {
            if (first is null || (first is { Calendar: DateCalendar.Hijri } && date is { Calendar: DateCalendar.Gregorian, HasYear: true }))
            {
                first = date;
            }
        }

        return first;
    }

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
        var certain = text is null ? [] : DateScanner.Find(text).Where(date => date.IsCertain);
        AddAnchor(certain.Select(date => date.ToDate()).FirstOrDefault(), where);
    }

    public ChosenDate Choose(DateSetting setting)
    {
        var said = _candidates.Where(candidate => candidate.Where != Label).Select(candidate => candidate.Date).Distinct();
        var dates = new PageDates(_candidates.ConvertAll(candidate => candidate.Date), [.. said], _others, _anchor?.Day);
        var readings = new DateReadings(dates, setting);
        var period = _periods.Find(known => !(known.Date.First > setting.LastDay));
        for (var index = 0; index < _candidates.Count; index++)
        {
            var (date, where) = _candidates[index];
            var (day, remark) = readings.Read(date);
            if (day is null)
            {
                _remarks.Add($"Left open: {remark}, in {where}.");
            }
            else if (period is null || index < period.Place || period.Has(day.Value))
            {
                return Chosen(day.Value, where);
            }
        }

        return period is not null ? Chosen(period.Date, period.Where)
            : CountBack() is { } counted ? new ChosenDate(counted, _remarks)
            : new ChosenDate(null, _remarks.Count > 0 ? _remarks : ["No date found."]);
    }

    private ChosenDate Chosen(IssueDate date, string where)
    {
        _remarks.Insert(0, $"Issued {date}, from {where}.");
        return new ChosenDate(date, _remarks);
    }

    private DateOnly? CountBack()
    {
        if (_weekday is not { } weekday)
        {
            if (_anchor is { } known)
            {
                _remarks.Add(string.Create(
                    CultureInfo.InvariantCulture, $"Left open: {known.Day:yyyy-MM-dd} is {known.Where}, not the day of issue."));
            }

            return null;
        }

        if (_anchor is not { } anchor)
        {
            _remarks.Add($"Left open: the first sentence names a {weekday}, and no day is known to count it from.");
            return null;
        }

        var day = WeekdayScanner.LastBefore(anchor.Day, weekday);
        _remarks.Insert(0, string.Create(
            CultureInfo.InvariantCulture,
            $"Issued {day:yyyy-MM-dd}, the {weekday} that the first sentence names, counted back from {anchor.Day:yyyy-MM-dd}, "
                + $"{anchor.Where}."));
        return day;
    }
}
