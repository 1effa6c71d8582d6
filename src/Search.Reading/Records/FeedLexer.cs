using System.Buffers;

namespace Search.Reading.Records;

internal enum FeedTokenKind
{
    Text,

    /// <summary>Text inside CDATA, in which nothing is markup.</summary>
    Literal,
    Start,

    /// <summary>A start tag that is its own end.</summary>
    Empty,
    End,
    Doctype,
}

/// <summary>A piece of a feed; its text is valid until the next is asked for.</summary>
internal readonly record struct FeedToken(FeedTokenKind Kind, ReadOnlyMemory<char> Text)
{
    private static readonly SearchValues<char> s_nameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>Of a tag, with its prefix.</summary>
    public ReadOnlySpan<char> Name
    {
        get
        {
            var name = Text.Span[(Kind == FeedTokenKind.End ? 2 : 1)..];
            var end = name.IndexOfAny(s_nameEnds);
            return end < 0 ? name : name[..end];
        }
    }

    public ReadOnlySpan<char> LocalName => Name[(Name.IndexOf(':') + 1)..];
}

/// <summary>
/// Cuts a feed into tags and texts as they stand, sound or not, in a buffer that holds one tag at most. A sign that begins no tag is
/// text. Comments and processing instructions are passed over.
/// </summary>
internal sealed class FeedLexer(TextReader reader)
{
    private const int BufferSize = 8 << 10;
    private const int LongestTag = 4 << 20;
    private const int LongestReference = 12;
    private const string LiteralStart = "<![CDATA[";
    private const string LiteralEnd = "]]>";
    private char[] _buffer = new char[BufferSize];
    private int _start;
    private int _end;
    private bool _isEnded;
    private bool _needsMore;
    private bool _isLiteral;
    private string? _skippedUntil;

    /// <summary>Characters read so far.</summary>
    public long Characters { get; private set; }

    private ReadOnlySpan<char> Rest => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The next piece; null at the feed's end.</summary>
    public async ValueTask<FeedToken?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            for (_needsMore = false; _end > _start && !_needsMore;)
            {
                if (Cut() is { } token)
                {
                    return token;
                }
            }

            if (_isEnded)
            {
                return _end > _start && _skippedUntil is null ? Take(FeedTokenKind.Text, _end - _start) : null;
            }

            await FillAsync(cancellationToken);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_start > 0)
        {
            Array.Copy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await reader.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _isEnded = read == 0;
        _end += read;
        Characters += read;
    }

    /// <summary>A piece of what is in the buffer; null when something was passed over, or more is needed to tell.</summary>
    private FeedToken? Cut()
    {
        if (_skippedUntil is not null)
        {
            Skip(_skippedUntil);
            return null;
        }

        return _isLiteral ? CutLiteral()
            : Rest[0] != '<' ? CutText()
            : CutMarkup();
    }

    private FeedToken? CutLiteral()
    {
        var end = Rest.IndexOf(LiteralEnd);
        if (end < 0)
        {
            return Rest.Length >= LiteralEnd.Length ? Take(FeedTokenKind.Literal, Rest.Length - LiteralEnd.Length + 1) : More();
        }

        _isLiteral = false;
        var token = Take(FeedTokenKind.Literal, end);
        _start += LiteralEnd.Length;
        return token;
    }

    /// <summary>Text to the next tag; a reference that may go on behind the buffer waits.</summary>
    private FeedToken? CutText()
    {
        var end = Rest.IndexOf('<');
        if (end < 0)
        {
            var reference = Rest.LastIndexOf('&');
            end = reference >= 0 && Rest.Length - reference < LongestReference && !_isEnded ? reference : Rest.Length;
        }

        return end > 0 ? Take(FeedTokenKind.Text, end) : More();
    }

    private FeedToken? CutMarkup()
    {
        if (Rest.Length < LiteralStart.Length && !_isEnded)
        {
            return More();
        }

        if (Rest.StartsWith(LiteralStart))
        {
            _start += LiteralStart.Length;
            _isLiteral = true;
            return null;
        }

        if (Rest.StartsWith("<!--") || Rest.StartsWith("<?"))
        {
            _skippedUntil = Rest[1] == '?' ? "?>" : "-->";
            _start += 2;
            return null;
        }

        var kind = Rest.Length < 2 ? FeedTokenKind.Text
            : Rest[1] == '/' ? FeedTokenKind.End
            : Rest[1] == '!' ? FeedTokenKind.Doctype
            : char.IsLetter(Rest[1]) || Rest[1] == '_' ? FeedTokenKind.Start
            : FeedTokenKind.Text;
        if (kind == FeedTokenKind.Text)
        {
            return Take(kind, 1);
        }

        var end = kind == FeedTokenKind.Doctype ? EndOfDoctype() : EndOfTag();
        return end > 0 ? Take(kind == FeedTokenKind.Start && Rest[end - 2] == '/' ? FeedTokenKind.Empty : kind, end)
            : end < 0 || Rest.Length > LongestTag ? Take(FeedTokenKind.Text, 1)
            : More();
    }

    /// <summary>Behind the tag's last character; 0 when it is not there yet, -1 when another tag begins before.</summary>
    private int EndOfTag()
    {
        var quote = '\0';
        for (var index = 1; index < Rest.Length; index++)
        {
            var character = Rest[index];
            if (character == '<')
            {
                return -1;
            }

            if (quote != '\0')
            {
                quote = character == quote ? '\0' : quote;
            }
            else if (character is '"' or '\'')
            {
                quote = character;
            }
            else if (character == '>')
            {
                return index + 1;
            }
        }

        return 0;
    }

    private int EndOfDoctype()
    {
        var isInside = false;
        for (var index = 1; index < Rest.Length; index++)
        {
            isInside = Rest[index] == '[' || (isInside && Rest[index] != ']');
            if (Rest[index] == '>' && !isInside)
            {
                return index + 1;
            }
        }

        return 0;
    }

    private void Skip(string until)
    {
        var end = Rest.IndexOf(until);
        if (end >= 0)
        {
            _start += end + until.Length;
            _skippedUntil = null;
        }
        else
        {
            _start = Math.Max(_start, _end - until.Length + 1);
            More();
        }
    }

    private FeedToken? More()
    {
        _needsMore = true;
        return null;
    }

    private FeedToken Take(FeedTokenKind kind, int length)
    {
        var token = new FeedToken(kind, _buffer.AsMemory(_start, length));
        _start += length;
        return token;
    }
}
