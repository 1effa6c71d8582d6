namespace Search.Reading.Dates;

/// <summary>Where a year of two digits stands in three numbers.</summary>
internal enum ShortYear
{
    Last,
    First,

    /// <summary>Either way, or counted in another era: 6.9.13.</summary>
    Unknown,
}

/// <summary>What is known of a page's dates from outside their text: how its country and language write numbers, and what can be.</summary>
/// <param name="MonthFirst">Null when it is not known.</param>
/// <param name="ShortYear">Where two digits are the year.</param>
/// <param name="LastDay">Later days are no days of issue; null where nobody knows what day it is.</param>
internal readonly record struct DateSetting(bool? MonthFirst, ShortYear ShortYear, DateOnly? LastDay)
{
    /// <summary>
    /// In numbers the United States write the month first; others, and all other languages than English, the day. A year of two
    /// digits is the first of three numbers in languages that write the long date so.
    /// </summary>
    /// <param name="country">ISO 3166 alpha-2, of the site; null when it is not known.</param>
    /// <param name="language">A BCP 47 tag; null when it is not known.</param>
    /// <param name="lastDay">See <see cref="LastDay"/>.</param>
    public static DateSetting Of(string? country, string? language, DateOnly? lastDay)
    {
        var isEnglish = language is null || language.StartsWith("en", StringComparison.OrdinalIgnoreCase);
        bool? monthFirst = country is not null ? country == "US" : isEnglish ? null : false;
        var code = language is { Length: >= 2 } ? language[..2].ToLowerInvariant() : "en";
        return new DateSetting(monthFirst, ShortYearIn(country, code), lastDay);
    }

    private static ShortYear ShortYearIn(string? country, string language) => language switch
    {
        "zh" when country is "TW" or "HK" or "MO" => ShortYear.Unknown,
        "ko" or "zh" or "hu" or "mn" => ShortYear.First,
        "ja" or "fa" or "ps" or "th" or "lt" => ShortYear.Unknown,
        _ => ShortYear.Last,
    };
}
