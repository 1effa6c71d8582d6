using System.Text;

namespace Search.Conventions.Tests.Folders;

/// <summary>Code without its comments and literals; what stands in the holes of interpolated strings is code and stays.</summary>
internal sealed class CodeScanner
{
    private readonly string _source;
    private readonly StringBuilder _kept = new();
    private int _at;

    private CodeScanner(string source) => _source = source;

    public static string Strip(string source)
    {
        var scanner = new CodeScanner(source);
        scanner.ReadCode(isHole: false);
        return scanner._kept.ToString();
    }

    /// <summary>Reads to the end, or to the brace that closes a hole.</summary>
    private void ReadCode(bool isHole)
    {
        for (var depth = 0; _at < _source.Length;)
        {
            var character = _source[_at];
            if (isHole && depth == 0 && character == '}')
            {
                return;
            }

            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            if (StartsWith("//"))
            {
                SkipBehind("\n");
            }
            else if (StartsWith("/*"))
            {
                SkipBehind("*/");
            }
            else if (character == '\'')
            {
                _at += _source.AsSpan(_at).StartsWith("'\\") ? 3 : 2;
                SkipBehind("'");
            }
            else if (character == '"')
            {
                ReadText();
            }
            else
            {
                _kept.Append(character);
                _at++;
            }
        }
    }

    private void ReadText()
    {
        var start = _at;
        while (start > 0 && _source[start - 1] is '$' or '@')
        {
            start--;
        }

        var signs = _source[start.._at];
        var (dollars, isVerbatim) = (signs.Count(sign => sign == '$'), signs.Contains('@'));
        var quotes = isVerbatim ? 1 : Run('"');
        _kept.Append(' ');
        _at += quotes;
        if (quotes == 2)
        {
            return;
        }

        while (_at < _source.Length && (isVerbatim ? Run('"') % 2 == 0 : Run('"') < quotes))
        {
            ReadTextCharacter(dollars, isRaw: quotes > 2, isVerbatim);
        }

        _at += isVerbatim ? Run('"') : quotes;
    }

    private void ReadTextCharacter(int dollars, bool isRaw, bool isVerbatim)
    {
        var braces = Run('{');
        if (dollars > 0 && (isRaw ? braces >= dollars : braces % 2 == 1))
        {
            _kept.Append(' ');
            _at += braces;
            ReadCode(isHole: true);
            _at += dollars;
        }
        else
        {
            var escaped = _source[_at] == '\\' && !isRaw && !isVerbatim ? 2 : 1;
            _at += Math.Max(escaped, Math.Max(braces, isVerbatim ? Run('"') : 0));
        }
    }

    private int Run(char character) =>
        _source.AsSpan(_at).IndexOfAnyExcept(character) is var end and >= 0 ? end : _source.Length - _at;

    private bool StartsWith(string text) => _source.AsSpan(_at).StartsWith(text, StringComparison.Ordinal);

    private void SkipBehind(string end)
    {
        var found = _at < _source.Length ? _source.IndexOf(end, _at, StringComparison.Ordinal) : -1;
        _at = found < 0 ? _source.Length : found + end.Length;
        _kept.Append(end == "\n" ? '\n' : ' ');
    }
}
