using System.Collections.Concurrent;
using Humanizer;
using Search.Core.Statements;

namespace Search.Web.Pages.Layout;

/// <summary>Numbers and dates as people read them.</summary>
public static class Wording
{
    /// <summary>A page says hundreds of quantities of few things; finding a plural takes some fifty regular expressions.</summary>
    private static readonly ConcurrentDictionary<string, string> s_plurals = new(StringComparer.Ordinal);

    public static string Count(long count) => count.ToString("N0");

    /// <summary>So many of something.</summary>
    /// <param name="thing">One of it, of those that the pages name: each is remembered.</param>
    public static string Quantity(string thing, long count) =>
        $"{Count(count)} {(count == 1 ? thing : s_plurals.GetOrAdd(thing, static one => one.Pluralize()))}";

    /// <summary>Such as <c>1 statement</c> or <c>1,234 statements</c>.</summary>
    public static string Statements(long count) => Quantity("statement", count);

    /// <summary>What a query means, to be read on after a count; null where that is not how it is explained.</summary>
    public static string? Meaning(string explained) => explained.StartsWith("statements ", StringComparison.Ordinal)
        ? explained["statements ".Length..]
        : null;

    public static string Found(long count, string explained) =>
        Meaning(explained) is { } meaning ? $"{Statements(count)} {meaning}"
        : explained == "all statements" ? $"All {Statements(count)}"
        : $"{Statements(count)}: {explained}";

    public static string Days(long days) => Quantity("day", days);

    public static string Times(long count) => Quantity("time", count);

    /// <summary>As a form or an address has it.</summary>
    public static string Number(int number) => number.ToString("0");

    /// <summary>Such as <c>1.25 %</c>; a dash where there is nothing that it could be a share of.</summary>
    public static string Share(double? share) => share is { } known ? $"{100 * known:N2} %" : "–";

    /// <summary>As exactly as it is known: a day, a month or a year.</summary>
    public static string Date(IssueDate? date) => date is { } known ? Period(known.First, known.Last) : "undated";

    public static string Day(DateOnly? day) => day?.ToString("d MMMM yyyy") ?? "undated";

    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd");

    /// <summary>A day, a month, a year or several years by their bounds, up to the last day that there is.</summary>
    public static string Period(DateOnly from, DateOnly to) =>
        from == to ? Day(from)
        : from.Day == 1 && to == new DateOnly(from.Year, from.Month, DateTime.DaysInMonth(from.Year, from.Month))
            ? from.ToString("MMMM yyyy")
        : from is { Month: 1, Day: 1 } && to == new DateOnly(from.Year, 12, 31) ? from.ToString("yyyy")
        : from is { Month: 1, Day: 1 } && to is { Month: 12, Day: 31 } ? $"{from:yyyy} to {to:yyyy}"
        : $"{Day(from)} to {Day(to)}";

    public static string Facet(string name) => name switch
    {
        "country" => "Country named",
        "kind" => "Kind",
        _ => name.Humanize(LetterCasing.Sentence),
    };

    public static string TryAgain(TimeSpan wait) =>
        $"There will be room again in {Quantity("second", (long)Math.Max(1, Math.Ceiling(wait.TotalSeconds)))}.";

    public static string Capture(string name) => name switch
    {
        "changed" => "Text changed later",
        "missing" => "Missing from its source",
        "capturedFrom" => "Captured since",
        "capturedTo" => "Captured until",
        _ => "As the archive was on",
    };

    /// <param name="level">A level of likeness.</param>
    /// <param name="isWord">Whether it is the likeness of a single word.</param>
    public static string Level(string level, bool isWord) => level switch
    {
        "verbatim" => "As typed, case and accents",
        "exact" => isWord ? "The exact word" : "The exact phrase",
        "stemmed" => isWord ? "The word in any form" : "The phrase in any form",
        "near" => "The words near each other",
        "all" => "All the words anywhere",
        _ => level,
    };
}
