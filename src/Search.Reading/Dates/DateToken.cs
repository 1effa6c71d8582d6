namespace Search.Reading.Dates;

/// <summary>What a number is said to be by the words beside it.</summary>
internal enum DateRole
{
    Open,
    Year,
    Month,
    Day,
}

/// <summary>A number or a word, with what stands before it.</summary>
internal readonly record struct DateToken(int Start, int Length, int Number, int Digits, string Gap)
{
    public int End => Start + Length;

    public DateWord Word { get; init; }

    /// <summary>1 to 12 of a named or a signed month.</summary>
    public int Month { get; init; }

    /// <summary>The calendar of a named month.</summary>
    public DateCalendar Calendar { get; init; }

    public DateRole Role { get; init; }

    /// <summary>White space stands before it.</summary>
    public bool IsSpaced { get; init; }

    /// <summary>What the word means behind or before a number: a place in signs.txt.</summary>
    public DateSign Sign { get; init; }

    /// <summary>A month by a name that is hardly mistaken for another word, or by its sign.</summary>
    public bool IsSureMonth => Month > 0 && (Length > 2 || Role == DateRole.Month);

    public bool IsNumber => Digits > 0;

    public bool IsDay => Digits is 1 or 2 && Number is >= 1 and <= 31 && (Role is DateRole.Open or DateRole.Day);

    public bool IsMonthNumber => Digits is 1 or 2 && Number is >= 1 and <= 12 && (Role is DateRole.Open or DateRole.Month);

    public bool IsYear => Role == DateRole.Year || (Role == DateRole.Open && Digits == 4 && CalendarYears.IsYear(Number));

    public bool IsConnector => Word == DateWord.Connector || Sign == DateSign.Connector;

    /// <summary>The ending of a number, which stands close behind it.</summary>
    public bool IsOrdinalEnding => Word == DateWord.OrdinalEnding && !IsSpaced && (Gap is "" or "." or "-" or "°" or ":");

    /// <summary>Nothing between it and the token before it that would part a date.</summary>
    public bool IsNear => Gap is "" or "." or "," or "-" or "/" or "'" or "’" or "°" or ".," or "(" or "–";
}
