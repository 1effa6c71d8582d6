using System.Globalization;
using Search.Reading.Dates;
using Search.Reading.TextPages;

namespace Search.Reading.Pages;

/// <summary>The day chosen and why.</summary>
internal sealed record ChosenDate(DateOnly? Day, IReadOnlyList<string> Explanation);

internal static class IssueDates
{
    public static ChosenDate Choose(IReadOnlyList<TextLine> head, List<PageLabel> labels, string lead, IReadOnlyList<TextLine> foot)
    {
        var candidates = new List<(FoundDate Date, string Where)>();
        foreach (var label in labels.Where(label => label.Kind == LabelKind.Date))
        {
            Add(label.Value, "its label");
        }

        Add(lead[..Dateline.End(lead)], "the dateline");
        foreach (var line in head.Reverse())
        {
            candidates.AddRange(line.IsBareDate ? line.Dates.Select(date => (date, "a line above the text")) : []);
        }

        foreach (var line in foot)
        {
            candidates.AddRange(line.Dates.Select(date => (date, "a line below the text")));
        }

        foreach (var (date, where) in candidates)
        {
            var year = date.HasYear ? date.Year : candidates.Select(other => other.Date.Year).FirstOrDefault(other => other != 0);
            if (date.ToDate(year) is { } day)
            {
                return new ChosenDate(day, [$"Issued {day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}, from {where}."]);
            }
        }

        return new ChosenDate(null, ["No date found."]);

        void Add(string text, string where) => candidates.AddRange(DateScanner.Find(text).Take(1).Select(date => (date, where)));
    }
}
