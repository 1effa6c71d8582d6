using Search.Core.Statements;

namespace Search.Elasticsearch.Documents;

/// <summary>How documents name the precision of a date. Days, which nearly all dates are, have no name.</summary>
internal static class DatePrecisions
{
    public static IReadOnlyList<DatePrecision> LessExact { get; } = [DatePrecision.Month, DatePrecision.Year];

    public static string? Write(DatePrecision precision) => precision switch
    {
        DatePrecision.Month => "month",
        DatePrecision.Year => "year",
        _ => null,
    };

    public static DatePrecision Read(string? name) => name switch
    {
        null => DatePrecision.Day,
        "month" => DatePrecision.Month,
        "year" => DatePrecision.Year,
        _ => throw new InvalidDataException($"The archive holds a date of the precision {name}, which is none."),
    };
}
