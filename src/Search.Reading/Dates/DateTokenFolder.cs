namespace Search.Reading.Dates;

/// <summary>
/// Joins numbers with what is printed beside them: 9月 and tháng 9 become a month, 2024年 and 平成30年 a year, two names of one month a
/// single one. What remains stands in one of a few orders.
/// </summary>
internal static class DateTokenFolder
{
    public static List<DateToken> Fold(string text, List<DateToken> tokens)
    {
        var folded = new List<DateToken>(tokens.Count);
        for (var index = 0; index < tokens.Count;)
        {
            var (token, used) = Join(text, tokens, index);
            index += used;
            if (folded.Count > 0 && IsSameAgain(folded[^1], token))
            {
                // A calendar's or a language's other name for the year or the month before it.
                var role = folded[^1].Role == DateRole.Open ? token.Role : folded[^1].Role;
                folded[^1] = folded[^1] with { Length = token.End - folded[^1].Start, Role = role };
                index += SkipSign(tokens, index, folded[^1]);
            }
            else
            {
                folded.Add(folded.Count > 0 && token.Gap is ")" ? token with { Gap = string.Empty } : token);
            }
        }

        return folded;
    }

    private static (DateToken Token, int Used) Join(string text, List<DateToken> tokens, int index)
    {
        var token = tokens[index];
        var next = index + 1 < tokens.Count ? tokens[index + 1] : default;
        if (token is { IsNumber: true })
        {
            return JoinSign(tokens, index, token, 1);
        }

        if (next is { IsNumber: true, Digits: <= 3, Gap: "" } && token.Month == 0
            && DateEras.Find(text.AsSpan(token.Start, token.Length)) is { Zero: > 0 } era)
        {
            var year = token with
            {
                Start = token.End - era.Length,
                Number = era.Zero + next.Number,
                Digits = 4,
                Role = DateRole.Year,
                Gap = token.Length == era.Length ? token.Gap : "far away",
            };
            return JoinSign(tokens, index, Extend(year, next), 2);
        }

        return token.Sign == DateSign.MonthAhead && next is { IsMonthNumber: true, Gap: "" }
            ? (Extend(token with { Month = next.Number, Sign = default }, next), 2)
            : (token, 1);
    }

    /// <summary>A number with the word close behind it that says what it is.</summary>
    private static (DateToken Token, int Used) JoinSign(List<DateToken> tokens, int index, DateToken number, int used)
    {
        var sign = index + used < tokens.Count ? tokens[index + used] : default;
        if (sign.Sign == DateSign.None || sign.Gap is not ("" or "." or "-"))
        {
            return (number, used);
        }

        var joined = Extend(number, sign);
        return sign.Sign switch
        {
            DateSign.Year when number.IsYear => (joined with { Role = DateRole.Year, Sign = DateSign.Year }, used + 1),
            DateSign.Year when number.Digits == 2 => (joined with { Sign = DateSign.Year }, used + 1),
            DateSign.Month when number.IsMonthNumber => (joined with { Role = DateRole.Month, Month = number.Number }, used + 1),
            DateSign.Day when number.IsDay => (joined with { Role = DateRole.Day }, used + 1),
            _ => (number, used),
        };
    }

    private static int SkipSign(List<DateToken> tokens, int index, DateToken year) =>
        year.IsYear && index < tokens.Count && tokens[index] is { Sign: DateSign.Year, Gap: ")" } ? 1 : 0;

    private static bool IsSameAgain(DateToken first, DateToken second) =>
        second.Gap is "/" or "(" or "-" or ",(" && first.Month > 0 && first.Month == second.Month && first.Calendar == second.Calendar
        || (second.Gap is "(" && first.IsYear && second.IsYear && first.Number == second.Number);

    private static DateToken Extend(DateToken token, DateToken last) => token with { Length = last.End - token.Start };
}
