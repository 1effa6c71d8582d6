using System.Buffers;
using System.Text;

namespace Search.Reading.Text;

/// <summary>White space made uniform.</summary>
internal static class WhiteSpace
{
    private static readonly SearchValues<char> s_otherLineEnds = SearchValues.Create("\r\f\u0085\u2028\u2029");

    /// <summary>All runs of white space become one blank.</summary>
    public static string Collapse(string text)
    {
        if (IsCollapsed(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                result.Append(character);
            }
            else if (result.Length > 0 && result[^1] != ' ')
            {
                result.Append(' ');
            }
        }

        return result.ToString().TrimEnd(' ');
    }

    /// <summary>Line ends of any sort to LF, lines trimmed, runs of blank lines to one, none at either end.</summary>
    public static string Paragraphs(string text)
    {
        if (AreParagraphs(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var blanks = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.IsEmpty)
            {
                blanks++;
                continue;
            }

            if (result.Length > 0)
            {
                result.Append(blanks > 0 ? "\n\n" : "\n");
            }

            result.Append(trimmed);
            blanks = 0;
        }

        return result.Length == text.Length ? text : result.ToString();
    }

    public static string FirstWords(string text, int most)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var words = (end < 0 ? text : text[..end]).Split(' ', most + 1);
        return words.Length <= most ? string.Join(' ', words) : string.Join(' ', words[..most]) + " …";
    }

    /// <summary>Whether nothing is to be changed: most texts are stored as they are wanted, and they are long.</summary>
    private static bool AreParagraphs(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(s_otherLineEnds) || text.Contains("\n\n\n", StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var line in text.Split('\n'))
        {
            var (start, end) = (line.Start.Value, line.End.Value);
            var isBlank = start == end;
            if (isBlank ? start == 0 || end == text.Length : char.IsWhiteSpace(text[start]) || char.IsWhiteSpace(text[end - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsCollapsed(string text)
    {
        var blank = true;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character) && (character != ' ' || blank))
            {
                return false;
            }

            blank = character == ' ';
        }

        return !blank || text.Length == 0;
    }
}
