namespace Search.Queries;

/// <summary>Reads the values of <c>date:</c>, <c>after:</c> and <c>before:</c>.</summary>
internal static class DateReader
{
    private const string Forms = "Write a year, month or day (2024, 2024-09, 2024-09-13), a range (2024-09-01..2024-09-30), "
        + "or a time before today (-30d, -2w, -6m, -1y).";

    public static (QueryNode? Node, QueryProblem? Problem) Read(QueryField field, string text, QueryToken token, QueryToken fieldToken)
    {
        if (field == QueryField.Date && text.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            return (new UndatedNode(), null);
        }

        if (field == QueryField.Date && text.Contains("..", StringComparison.Ordinal))
        {
            return ReadRange(text, token, fieldToken);
        }

        if (!TryReadPoint(text, out var point))
        {
            return (null, Bad(text, token, fieldToken));
        }

        return (field switch
        {
            QueryField.After => new DateNode(point, null),
            QueryField.Before => new BeforeNode(point!),
            _ => new DateNode(point, point),
        }, null);
    }

    private static (QueryNode? Node, QueryProblem? Problem) ReadRange(string text, QueryToken token, QueryToken fieldToken)
    {
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        var (from, to) = (text[..dots].Trim(), text[(dots + 2)..].Trim());
        DatePoint? first = null;
        DatePoint? last = null;
        if ((from.Length > 0 && !TryReadPoint(from, out first)) || (to.Length > 0 && !TryReadPoint(to, out last))
            || (first is null && last is null))
        {
            return (null, Bad(text, token, fieldToken));
        }

        // Offsets reach further back the larger they are; against a calendar date only the day of asking can tell.
        var isReversed = (first, last) switch
        {
            (CalendarPoint left, CalendarPoint right) => left.First(default) > right.Last(default),
            (RelativePoint left, RelativePoint right) => left.First(DateOnly.MaxValue) > right.First(DateOnly.MaxValue),
            _ => false,
        };
        return isReversed
            ? (null, new(QueryErrorCodes.BadDate, $"This range ends before it begins. Write {to}..{from}.", token.Start, token.End,
                new(token.Start, token.End, $"{to}..{from}")))
            : (new DateNode(first, last), null);
    }

    private static bool TryReadPoint(string text, out DatePoint? point)
    {
        point = text.StartsWith('-') || text.StartsWith('\u2212') ? ReadOffset(text[1..]) : ReadCalendar(text);
        return point is not null;
    }

    private static RelativePoint? ReadOffset(string text)
    {
        DateUnit? unit = text.Length is 0 or > 6 ? null : char.ToLowerInvariant(text[^1]) switch
        {
            'd' => DateUnit.Day,
            'w' => DateUnit.Week,
            'm' => DateUnit.Month,
            'y' => DateUnit.Year,
            _ => null,
        };
        return unit is not null && TryDigits(text[..^1], 1, 5, out var count) ? new(count, unit.Value) : null;
    }

    private static CalendarPoint? ReadCalendar(string text)
    {
        var parts = text.Split('-');
        return parts switch
        {
            [var year] when TryDigits(year, 4, 4, out var y) => Point(y, null, null),
            [var year, var month] when TryDigits(year, 4, 4, out var y) && TryDigits(month, 2, 2, out var m) => Point(y, m, null),
            [var year, var month, var day]
                when TryDigits(year, 4, 4, out var y) && TryDigits(month, 2, 2, out var m) && TryDigits(day, 2, 2, out var d) =>
                Point(y, m, d),
            _ => null,
        };
    }

    private static CalendarPoint? Point(int year, int? month, int? day) =>
        year >= 1 && month is null or (>= 1 and <= 12) && (day is null || (day >= 1 && day <= DateTime.DaysInMonth(year, month!.Value)))
            ? new(year, month, day)
            : null;

    private static bool TryDigits(string text, int least, int most, out int number)
    {
        number = 0;
        return text.Length >= least && text.Length <= most && text.All(char.IsAsciiDigit) && int.TryParse(text, out number);
    }

    private static QueryProblem Bad(string text, QueryToken token, QueryToken fieldToken)
    {
        var edit = Rewritten(text) is { } date
            ? new QueryEdit(token.Start, token.End, date)
            : new QueryEdit(fieldToken.Start, token.End, $"\"{fieldToken.Text} {text}\"");
        var question = edit.Start == token.Start ? $" Did you mean {edit.Replacement}?" : "";
        return new(QueryErrorCodes.BadDate, $"{text} is no date.{question} {Forms}", token.Start, token.End, edit);
    }

    /// <summary>
    /// today, 30d, 20240913, 2024/9/13, 2024.09.13 and 2024-9-1 can only be meant one way; 13.9.2024 and 9/13/2024 where one number
    /// is past 12.
    /// </summary>
    private static string? Rewritten(string text)
    {
        if (text.Equals("today", StringComparison.OrdinalIgnoreCase) || text.Equals("yesterday", StringComparison.OrdinalIgnoreCase))
        {
            return text.Length == "today".Length ? "-0d" : "-1d";
        }

        if (ReadOffset(text) is { } offset)
        {
            return offset.ToString();
        }

        if (text.Length == 8 && text.All(char.IsAsciiDigit))
        {
            return ReadCalendar($"{text[..4]}-{text[4..6]}-{text[6..]}")?.ToString();
        }

        var parts = text.Split('-', '/', '.');
        if (parts.Length is < 2 or > 3 || !parts.All(part => part.Length is >= 1 and <= 4 && part.All(char.IsAsciiDigit)))
        {
            return null;
        }

        int[] numbers = [.. parts.Select(int.Parse)];
        var point = numbers switch
        {
            [var year, var month] when parts[0].Length == 4 => Point(year, month, null),
            [var month, var year] when parts[1].Length == 4 => Point(year, month, null),
            [var year, var month, var day] when parts[0].Length == 4 => Point(year, month, day),
            [var day, var month, var year] when parts[2].Length == 4 && day > 12 => Point(year, month, day),
            [var month, var day, var year] when parts[2].Length == 4 && day > 12 => Point(year, month, day),
            _ => null,
        };
        return point?.ToString();
    }
}
