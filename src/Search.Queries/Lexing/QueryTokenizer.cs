using static Search.Queries.QueryCharacters;

namespace Search.Queries;

/// <summary>
/// Cuts normalised text into tokens in one pass. What a character means depends on where it stands: operators are such
/// only at the beginning of a word, so that C++, o'neil, AT&amp;T, 9/11 and 12" remain text.
/// </summary>
internal sealed partial class QueryTokenizer
{
    private readonly string _text;
    private readonly List<QueryToken> _tokens = [];
    private int _position;

    private QueryTokenizer(string text) => _text = text;

    public static List<QueryToken> Tokenize(string text)
    {
        var tokenizer = new QueryTokenizer(text);
        while (tokenizer.SkipSpace())
        {
            tokenizer.ReadToken();
        }

        tokenizer.Add(QueryTokenKind.End, text.Length);
        return tokenizer._tokens;
    }

    /// <summary>Whether text comes back as the one word it is, outside of quotes.</summary>
    public static bool IsPlainWord(string text) =>
        Tokenize(text) is [{ Kind: QueryTokenKind.Word, Escaped: false } word, _] && word.Text == text;

    private bool SkipSpace()
    {
        while (_position < _text.Length && IsSpace(_text[_position]))
        {
            _position++;
        }

        return _position < _text.Length;
    }

    private void ReadToken()
    {
        var character = _text[_position];
        if (IsOpen(character))
        {
            Add(QueryTokenKind.Open, _position + 1);
        }
        else if (IsClose(character))
        {
            Add(QueryTokenKind.Close, _position + 1);
        }
        else if (IsBar(character))
        {
            Add(QueryTokenKind.Or, EndOf(_position, IsBar));
        }
        else if (IsQuote(character))
        {
            ReadQuote();
        }
        else if (IsMinus(character) && Precedes(_position + 1, next => !IsMinus(next)))
        {
            Add(QueryTokenKind.Minus, _position + 1);
            ReadOperand(allowFields: true);
        }
        else if (IsEquals(character) && Precedes(_position + 1, next => !IsEquals(next) && !IsOpen(next)))
        {
            Add(QueryTokenKind.Verbatim, _position + 1);
            ReadOperand(allowFields: false);
        }
        else if (!TryReadField() && !TryReadOperator())
        {
            ReadWord();
        }
    }

    /// <summary>Something that is no space, bar or closing parenthesis stands at a place.</summary>
    private bool Precedes(int position, Func<char, bool> allows) =>
        position < _text.Length && _text[position] is var next && !IsSpace(next) && !IsBar(next) && !IsClose(next) && allows(next);

    /// <summary>What stands right behind a minus, an equals sign or a field's colon: words there are never operators.</summary>
    private void ReadOperand(bool allowFields)
    {
        var character = _text[_position];
        if (IsOpen(character))
        {
            Add(QueryTokenKind.Open, _position + 1);
        }
        else if (IsQuote(character))
        {
            ReadQuote();
        }
        else if (allowFields && IsEquals(character) && Precedes(_position + 1, next => !IsEquals(next) && !IsOpen(next)))
        {
            Add(QueryTokenKind.Verbatim, _position + 1);
            ReadOperand(allowFields: false);
        }
        else if (!(allowFields && TryReadField()))
        {
            ReadWord(allowOperators: false);
        }
    }

    private void ReadQuote()
    {
        var inner = _position + 1;
        var end = EndOfQuote(_position);
        if (end < 0)
        {
            Add(QueryTokenKind.UnclosedQuote, _text.Length, _text[inner..]);
            return;
        }

        var length = end - inner - 1;
        int? distance = null;
        if (end < _text.Length && IsTilde(_text[end]))
        {
            var start = end + 1;
            end = EndOf(start, char.IsAsciiDigit);
            distance = Number(_text.AsSpan(start, end - start));
        }

        Add(QueryTokenKind.Quote, end, _text.Substring(inner, length), distance);
    }

    private bool TryReadField()
    {
        var colon = EndOf(_position, char.IsLetter);
        if (colon == _position || colon == _text.Length || !IsColon(_text[colon]))
        {
            return false;
        }

        var name = _text[_position..colon];
        if (!QueryFields.TryParse(name, out var field))
        {
            return TryReadUnknownField(name, colon + 1);
        }

        Add(QueryTokenKind.Field, colon + 1, name);
        if (!Precedes(_position, _ => true))
        {
            return true;
        }

        if (!field.IsDate() && IsMinus(_text[_position]) && Precedes(_position + 1, next => !IsMinus(next)))
        {
            Add(QueryTokenKind.Minus, _position + 1);
        }

        ReadFieldValue();
        return true;
    }

    private void ReadFieldValue()
    {
        if (IsEquals(_text[_position]) && Precedes(_position + 1, next => !IsEquals(next) && !IsOpen(next)))
        {
            Add(QueryTokenKind.Verbatim, _position + 1);
        }

        ReadOperand(allowFields: false);
    }

    /// <summary>
    /// <c>contry:japan</c> is meant as a field; <c>10:30</c>, <c>http://…</c>, <c>C:\…</c> and <c>Note: this</c> are text. A number
    /// behind the colon (<c>Matthew:3</c>) makes a field only of a name that resembles one.
    /// </summary>
    private bool TryReadUnknownField(string name, int end)
    {
        var next = end < _text.Length ? _text[end] : ' ';
        var isField = name.Length > 1
            && (char.IsLetter(next) || IsQuote(next) || IsOpen(next)
                || ((char.IsAsciiDigit(next) || IsMinus(next)) && FieldSuggestions.For(name) is not null));
        if (isField)
        {
            Add(QueryTokenKind.UnknownField, end, name);
        }

        return isField;
    }

    private bool TryReadOperator()
    {
        var end = EndOfWord(_position);
        var word = _text.AsSpan(_position, end - _position);
        QueryTokenKind? kind = word switch
        {
            "AND" => QueryTokenKind.And,
            "OR" => QueryTokenKind.Or,
            "NOT" => QueryTokenKind.Not,
            _ => null,
        };
        if (kind is not null)
        {
            Add(kind.Value, end);
            return true;
        }

        return TryReadProximity("NEAR/", QueryTokenKind.Near, end) || TryReadProximity("BEFORE/", QueryTokenKind.Before, end);
    }

    /// <summary>In any case of letters, since no text has <c>near/5</c>; without a digit (before/after) it is text.</summary>
    private bool TryReadProximity(string name, QueryTokenKind kind, int end)
    {
        var word = _text.AsSpan(_position, end - _position);
        if (!word.StartsWith(name, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var rest = word[name.Length..];
        if (rest.IsEmpty ? !word.StartsWith(name) : !char.IsAsciiDigit(rest[0]))
        {
            return false;
        }

        // NEAR/5(a OR b), NEAR/5"a b"
        var digits = EndOf(_position + name.Length, char.IsAsciiDigit);
        end = digits < end && (IsOpen(_text[digits]) || IsQuote(_text[digits])) ? digits : end;
        Add(kind, end, distance: Number(_text.AsSpan(_position + name.Length, end - _position - name.Length)));
        return true;
    }

    private void ReadWord(bool allowOperators = true)
    {
        var escaped = _text[_position] == '\\' && Precedes(_position + 1, _ => true);
        var start = escaped ? _position + 1 : _position;
        var end = EndOfWord(start, allowOperators && !escaped);

        // Whether a curly quote within a word opens anything depends on what follows; in the tree the word stands by itself.
        var word = _text[start..end];
        Add(QueryTokenKind.Word, end, word.Skip(1).Any(IsDirectedOpener) ? Straight(word) : word, escaped: escaped);
    }

    private static string Straight(string word) =>
        string.Concat(word.Select((character, index) => index > 0 && IsDirectedOpener(character) ? '"' : character));

    /// <summary>-1 when it is none; a huge one stays huge.</summary>
    private static int Number(ReadOnlySpan<char> digits) =>
        digits.IsEmpty || digits.ContainsAnyExceptInRange('0', '9') ? -1
        : int.TryParse(digits, out var number) ? number
        : int.MaxValue;

    private void Add(QueryTokenKind kind, int end, string text = "", int? distance = null, bool escaped = false)
    {
        _tokens.Add(new(kind, _position, end, text, distance, escaped));
        _position = end;
    }
}
