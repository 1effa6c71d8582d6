using System.Globalization;
using Search.Core.Statements;

namespace Search.Queries;

/// <summary>Says in plain words what a query asks for: statements with the exact phrase “…”, naming Japan, since 1 March 2024.</summary>
public static class QueryExplainer
{
    /// <param name="query">The tree.</param>
    /// <param name="options">What the tree does not say itself.</param>
    public static string Explain(QueryNode query, MeaningOptions options) => query is EverythingNode
        ? "all statements"
        : $"statements {query.Accept(new ExplainingVisitor(options.Today, options.MatchAny, IsNegated: false))}";

    /// <summary>13 September 2024.</summary>
    internal static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A date as it was written: a year stays a year.</summary>
    internal static string Point(DatePoint point, DateOnly today) => point switch
    {
        CalendarPoint { Month: null } year => $"{year.Year}",
        CalendarPoint { Day: null } month => month.First(today).ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => Day(point.First(today)),
    };

    /// <summary>a, b and c.</summary>
    internal static string Join(IEnumerable<string> items, string last)
    {
        string[] all = [.. items];
        return all.Length switch
        {
            0 => "",
            1 => all[0],
            _ => $"{string.Join(", ", all[..^1])} {last} {all[^1]}",
        };
    }

    internal static string ValueLabel(QueryField field, string value) => field switch
    {
        QueryField.Country when ValueNames.TryCountry(value, out var code) => CountryPhrases.Named(code),
        QueryField.Kind when ValueNames.TryKind(value, out var kind) && StatementKinds.TryParse(kind, out var known) =>
            known.ToLabel().ToLowerInvariant(),
        QueryField.Language when ValueNames.TryLanguage(value, out var tag) => ValueNames.LanguageName(tag) ?? tag,
        _ => value,
    };
}
