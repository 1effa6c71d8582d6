namespace Search.Reading.Dates;

/// <summary>Finds the weekday on which a sentence says that something was issued: "released a statement on Saturday".</summary>
internal static class WeekdayScanner
{
    private static readonly DateNames s_weekdays = new("Dates.weekdays.txt");

    /// <summary>
    /// Null when the sentence names none, two different ones, or only one that something else has ("Saturday's attack", "next
    /// Friday").
    /// </summary>
    public static DayOfWeek? Find(ReadOnlySpan<char> sentence)
    {
        DayOfWeek? found = null;
        ReadOnlySpan<char> previous = [];
        for (var index = 0; index < sentence.Length;)
        {
            var end = index;
            while (end < sentence.Length && IsPart(sentence, end))
            {
                end++;
            }

            var word = sentence[index..end];
            if (word.Length > 1 && s_weekdays.Find(word).Place is > 0 and var place && DateWords.Find(previous) != DateWord.Other)
            {
                var day = (DayOfWeek)(place % 7); // the file begins with Monday
                if (found is not null && found != day)
                {
                    return null;
                }

                found = day;
            }

            previous = word.Length > 0 ? word : previous;
            index = Math.Max(end, index + 1);
        }

        return found;
    }

    /// <summary>The last such weekday that is not after the day it is counted from.</summary>
    public static DateOnly LastBefore(DateOnly anchor, DayOfWeek weekday) =>
        anchor.AddDays(-((7 + (int)anchor.DayOfWeek - (int)weekday) % 7));

    /// <summary>A letter, or an apostrophe or hyphen between two: "Saturday's" is another word than "Saturday".</summary>
    private static bool IsPart(ReadOnlySpan<char> text, int index) =>
        char.IsLetter(text[index])
        || (text[index] is '\'' or '’' or 'ʼ' or '-' && index > 0 && char.IsLetter(text[index - 1]) && index + 1 < text.Length
            && char.IsLetter(text[index + 1]));
}
