using System.Text;

namespace Search.Reading.Records;

/// <param name="Number">From 1.</param>
/// <param name="Text">Without its line end; null when it was over the limit and was dropped unread.</param>
internal sealed record TableLine(long Number, string? Text);

/// <summary>The lines of a text, none longer than a limit; lines that were read may be given back and come again.</summary>
internal sealed class TableLines(TextReader text, int limit, long firstLine)
{
    private readonly char[] _buffer = new char[16 << 10];
    private readonly Stack<TableLine> _again = new();
    private long _number = firstLine;
    private int _start;
    private int _end;
    private bool _isEnded;

    public void Return(List<TableLine> lines)
    {
        for (var index = lines.Count - 1; index >= 0; index--)
        {
            _again.Push(lines[index]);
        }
    }

    /// <summary>Null at the end.</summary>
    public async ValueTask<TableLine?> NextAsync(CancellationToken cancellationToken)
    {
        if (_again.TryPop(out var again))
        {
            return again;
        }

        var line = new StringBuilder();
        for (var overLimit = false; ;)
        {
            if (_start == _end && !await FillAsync(cancellationToken))
            {
                return line.Length > 0 || overLimit ? Take(line, overLimit) : null;
            }

            var rest = _buffer.AsMemory(_start, _end - _start);
            var at = rest.Span.IndexOf('\n');
            overLimit |= line.Length + (at < 0 ? rest.Length : at) > limit;
            line.Append(overLimit ? default : rest[..(at < 0 ? rest.Length : at)]);
            _start += at < 0 ? rest.Length : at + 1;
            if (at >= 0)
            {
                return Take(line, overLimit);
            }
        }
    }

    private TableLine Take(StringBuilder line, bool overLimit)
    {
        if (line.Length > 0 && line[^1] == '\r')
        {
            line.Length--;
        }

        return new TableLine(_number++, overLimit ? null : line.ToString());
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_isEnded)
        {
            (_start, _end) = (0, await text.ReadAsync(_buffer, cancellationToken));
            _isEnded = _end == 0;
        }

        return !_isEnded;
    }
}
