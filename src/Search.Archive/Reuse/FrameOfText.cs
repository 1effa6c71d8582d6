using Search.Core.Analysis;

namespace Search.Archive.Reuse;

/// <summary>
/// Where a text begins and ends that whoever prints it has put a place and a date around: an agency's dateline before a dash, or a
/// line of its own with the year. They tell who prints it and when, not what it says.
/// </summary>
internal static class FrameOfText
{
    /// <summary>Words that a dateline has at most.</summary>
    private const int MaxWords = 10;

    private static readonly string[] s_dashes = [" --", "–", "—", " - "];

    /// <summary>The words within, from the first to before the end.</summary>
    public static (int Start, int End) Of(WordSequence text)
    {
        var start = Start(text);
        return (start, End(text, start));
    }

    private static int Start(WordSequence text)
    {
        for (var index = 1; index <= MaxWords && index < text.Count; index++)
        {
            var gap = Gap(text, index);
            if (s_dashes.Any(dash => gap.Contains(dash, StringComparison.Ordinal)))
            {
                return index;
            }

            if (gap.Contains('\n', StringComparison.Ordinal))
            {
                return HasYear(text, 0, index) ? index : 0;
            }
        }

        return 0;
    }

    private static int End(WordSequence text, int start)
    {
        for (var index = text.Count - 1; index > start && index >= text.Count - MaxWords; index--)
        {
            if (Gap(text, index).Contains('\n', StringComparison.Ordinal))
            {
                return HasYear(text, index, text.Count) ? index : text.Count;
            }
        }

        return text.Count;
    }

    private static string Gap(WordSequence text, int index)
    {
        var before = text.Tokens[index - 1];
        return text.Text[(before.Start + before.Length)..text.Tokens[index].Start];
    }

    private static bool HasYear(WordSequence text, int start, int end) =>
        Enumerable.Range(start, end - start).Any(index => IsYear(text.Tokens[index]));

    private static bool IsYear(Token word) =>
        word.Forms.Exact is { Length: 4 } exact && exact.All(char.IsAsciiDigit)
        && (exact[0], exact[1]) is ('1', '8' or '9') or ('2', '0' or '1');
}
