using static Search.Queries.QueryCharacters;

namespace Search.Queries;

/// <summary>Where words and quotes end.</summary>
internal sealed partial class QueryTokenizer
{
    /// <summary>
    /// Behind the quote that closes; negative when none does. Whole pairs of curly quotes between straight ones came with the
    /// text: <c>"he said “never” again"</c>.
    /// </summary>
    private int EndOfQuote(int opener)
    {
        var closers = Closers(_text[opener])!;
        var position = opener + 1;
        while (_text.AsSpan(position).IndexOfAny(closers) is var length and >= 0)
        {
            position += length + 1;
            var isInner = _text[opener] == '"' && IsDirectedOpener(_text[position - 1])
                && _text.AsSpan(position).IndexOfAny(closers) is var inner and > 0 && _text[position + inner] != '"';
            if (!isInner)
            {
                return position;
            }

            position += _text.AsSpan(position).IndexOfAny(closers) + 1;
        }

        return -1;
    }

    /// <summary>
    /// The first character always belongs to the word, whatever it is. <c>OR(a)</c> and <c>OR"a"</c> end behind the operator.
    /// </summary>
    private int EndOfWord(int start, bool allowOperators = true)
    {
        var position = start + 1;
        while (position < _text.Length)
        {
            var character = _text[position];
            if (IsSpace(character) || IsBar(character) || IsClose(character))
            {
                break;
            }

            if (IsOpen(character))
            {
                var close = CloseInWord(position + 1);
                if (close < 0 || (allowOperators && IsKeyword(_text.AsSpan(start, position - start))))
                {
                    break;
                }

                position = close;
            }
            else if (IsQuote(character)
                && (IsDirectedOpener(character) || (allowOperators && IsKeyword(_text.AsSpan(start, position - start))))
                && EndOfQuote(position) > 0)
            {
                break;
            }

            position++;
        }

        return position;
    }

    /// <summary>
    /// Where the parenthesis of <c>missile(s)</c> closes within the word; negative when it does not: then it begins a group.
    /// </summary>
    private int CloseInWord(int position)
    {
        for (; position < _text.Length; position++)
        {
            var character = _text[position];
            if (IsClose(character))
            {
                return position;
            }

            if (IsSpace(character) || IsBar(character) || IsOpen(character) || IsQuote(character))
            {
                break;
            }
        }

        return -1;
    }

    /// <summary>An operator with something that is no letter or digit right behind it.</summary>
    public static bool BeginsWithKeyword(string word)
    {
        var end = word.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        return IsKeyword(end < 0 ? word : word.AsSpan(0, end));
    }

    private static bool IsKeyword(ReadOnlySpan<char> word) => word is "AND" or "OR" or "NOT";

    private int EndOf(int position, Func<char, bool> belongs)
    {
        while (position < _text.Length && belongs(_text[position]))
        {
            position++;
        }

        return position;
    }
}
