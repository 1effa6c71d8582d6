using Search.Queries;

namespace Search.Service.Assistance;

/// <summary>An unfinished query, cut where what is being typed begins.</summary>
/// <param name="Head">What stands before and stays.</param>
/// <param name="Lead">What stands in the open quotes before the words; empty outside of quotes.</param>
/// <param name="Words">The plain words at the end, or of the open quotes, the last of them perhaps unfinished.</param>
/// <param name="EndsWord">A space follows: the last word is whole and the next is asked for.</param>
/// <param name="Quoted">The words stand behind a quote that is still open.</param>
/// <param name="Field">The field whose value is being typed; null for text.</param>
internal sealed record TypedText(string Head, string Lead, IReadOnlyList<string> Words, bool EndsWord, bool Quoted, string? Field)
{
    /// <summary>Bare words that are looked at together.</summary>
    private const int MaxWords = 4;

    /// <summary>Quoted ones belong together; of a long text only the end is.</summary>
    private const int MaxQuotedWords = 12;

    public static TypedText Of(string text)
    {
        var quote = OpenQuote(text);
        var before = quote < 0 ? text : text[..quote];
        var field = FieldBefore(before);
        var value = before.LastIndexOf(':') + 1;
        var head = field is not null ? text[..(value - field.Length - 1)] : quote < 0 ? string.Empty : before;
        return Of(head, text[(quote >= 0 ? quote + 1 : field is null ? 0 : value)..], quote >= 0, field);
    }

    /// <summary>The query with the last words replaced by something else; from the quote on, where they are in quotes.</summary>
    /// <param name="words">How many of them.</param>
    public string With(int words, string replacement) =>
        $"{Head}{string.Concat(Quoted ? [] : Words.SkipLast(words).Select(word => $"{word} "))}{replacement}";

    /// <summary>The query with its open quotes closed behind other words than those at their end.</summary>
    public string Quote(string words) => $"{Head}\"{Lead}{words}\"";

    private static TypedText Of(string head, string rest, bool quoted, string? field)
    {
        var words = new List<string>();
        var end = rest.TrimEnd().Length;
        var start = end;
        while (start > 0 && words.Count < (quoted ? MaxQuotedWords : MaxWords))
        {
            var from = rest.LastIndexOf(' ', start - 1) + 1;
            var word = rest[from..start];
            var plain = word.TrimStart('(', '-', '=');
            if (IsPlain(plain))
            {
                words.Insert(0, plain);
                start -= plain.Length;
            }

            if (plain.Length < word.Length || !IsPlain(plain))
            {
                break;
            }

            start = rest.AsSpan(0, start).TrimEnd().Length;
        }

        var lead = rest[..start];
        var space = lead.Length > 0 && lead[^1] is not ('(' or '-' or '=') ? " " : string.Empty;
        var ends = end < rest.Length;
        return quoted
            ? new TypedText(head, $"{lead.TrimStart()}{space}", words, ends, quoted, field)
            : new TypedText($"{head}{lead}{space}", string.Empty, words, ends, quoted, field);
    }

    /// <summary>Letters and digits, with what stands inside of words; no operator.</summary>
    private static bool IsPlain(string word) =>
        word.Length > 0
        && char.IsLetterOrDigit(word[0])
        && word.All(character => char.IsLetterOrDigit(character) || character is '\'' or '’' or '-' or '.' or '&')
        && word is not ("AND" or "OR" or "NOT");

    private static int OpenQuote(string text)
    {
        var open = -1;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '"' or '“' or '”' && (open >= 0 || index == 0 || !char.IsLetterOrDigit(text[index - 1])))
            {
                open = open >= 0 ? -1 : index;
            }
        }

        return open;
    }

    /// <summary>The field whose colon is the last, with no space behind it.</summary>
    private static string? FieldBefore(string text)
    {
        var colon = text.LastIndexOf(':');
        if (colon < 0 || text.IndexOf(' ', colon) >= 0)
        {
            return null;
        }

        var start = colon;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        var name = text[start..colon];
        return QueryFields.TryParse(name, out _) ? name : null;
    }
}
