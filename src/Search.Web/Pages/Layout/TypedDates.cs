using System.Globalization;
using Search.Service.Requests;

namespace Search.Web.Pages.Layout;

/// <summary>Years and months as people type them for dates: <c>from=2011</c> is its first day, <c>to=2011-05</c> its last.</summary>
internal static class TypedDates
{
    /// <summary>The address with days in their places; null where it has no others.</summary>
    public static string? WithDays(HttpRequest request)
    {
        KeyValuePair<string, string?>[] typed =
            [.. request.Query.SelectMany(entry => entry.Value, (entry, value) => KeyValuePair.Create(entry.Key, value))];
        KeyValuePair<string, string?>[] whole = [.. typed.Select(WithDay)];
        return whole.SequenceEqual(typed) ? null : $"{request.PathBase}{request.Path}{QueryString.Create(whole)}";
    }

    private static KeyValuePair<string, string?> WithDay(KeyValuePair<string, string?> pair)
    {
        var isLast = IsOf(pair, SearchParameters.To);
        return isLast || IsOf(pair, SearchParameters.From)
            ? KeyValuePair.Create(pair.Key, (string?)Bound(pair.Value ?? string.Empty, isLast))
            : pair;
    }

    private static bool IsOf(KeyValuePair<string, string?> pair, Parameter parameter) =>
        pair.Key.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase);

    private static string Bound(string date, bool isLast)
    {
        var text = date.Trim();
        var exact = DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? 12
            : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out first) ? 1 : 0;
        if (exact == 0)
        {
            return text;
        }

        var month = isLast ? first.Month + exact - 1 : first.Month;
        return $"{first.Year:0000}-{month:00}-{(isLast ? DateTime.DaysInMonth(first.Year, month) : 1):00}";
    }
}
