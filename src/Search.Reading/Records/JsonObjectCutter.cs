using System.Buffers;
using System.Text;

namespace Search.Reading.Records;

/// <summary>One of a JSON document's records.</summary>
/// <param name="Number">Its place in the list, from 1.</param>
/// <param name="Bytes">The object; null when it was over the limit and was dropped unread.</param>
/// <param name="IsObject">False where something other than an object stands between the objects.</param>
internal readonly record struct CutObject(long Number, byte[]? Bytes, bool IsObject);

/// <summary>
/// Cuts the objects out of a JSON document that is handed over piece by piece. It knows brackets and texts only; whether an object is
/// sound is seen when it is parsed.
/// </summary>
internal sealed class JsonObjectCutter(JsonShape shape, int limit)
{
    private const int LongestName = 64;
    private static readonly SearchValues<byte> s_marks = SearchValues.Create("\"{}[]"u8);
    private readonly ArrayBufferWriter<byte> _object = new();
    private readonly ArrayBufferWriter<byte> _name = new();
    private readonly int _listDepth = shape switch { JsonShape.Array => 1, JsonShape.Wrapper => 2, _ => 0 };
    private int _depth;
    private bool _inObject;
    private bool _overLimit;
    private bool _inText;
    private bool _isEscaped;
    private bool _inList = shape != JsonShape.Wrapper;
    private bool _isStray;
    private bool _isAfterStray;
    private long _number;

    /// <summary>Brackets or a text are not closed; at the end of the file: it was cut short.</summary>
    public bool IsOpen => _depth > 0 || _inText;

    private bool IsBetween => _inList && !_inObject && _depth == _listDepth;

    public void Add(ReadOnlySpan<byte> bytes, ICollection<CutObject> objects)
    {
        while (!bytes.IsEmpty)
        {
            var taken = _inText ? TakeText(bytes) : TakeMarks(bytes, objects);
            bytes = bytes[taken..];
        }
    }

    /// <summary>How many there were.</summary>
    public long Count => _number;

    /// <summary>What stands behind the last object, if anything does.</summary>
    public void Complete(ICollection<CutObject> objects) => EndStray(objects);

    private int TakeText(ReadOnlySpan<byte> bytes)
    {
        var at = _isEscaped ? 0 : bytes.IndexOfAny((byte)'"', (byte)'\\');
        var taken = at < 0 ? bytes.Length : at + 1;
        if (_isEscaped || at < 0)
        {
            _isEscaped = false;
        }
        else
        {
            _isEscaped = bytes[at] == '\\';
            _inText = _isEscaped;
        }

        Keep(bytes[..taken]);
        if (_depth == 1 && !_inObject && _name.WrittenCount < LongestName)
        {
            _name.Write(bytes[..Math.Min(taken, LongestName)]);
        }

        return taken;
    }

    private int TakeMarks(ReadOnlySpan<byte> bytes, ICollection<CutObject> objects)
    {
        var at = bytes.IndexOfAny(s_marks);
        var plain = at < 0 ? bytes : bytes[..at];
        Keep(plain);
        if (IsBetween)
        {
            TakeBetween(plain, objects);
        }

        if (at >= 0)
        {
            TakeMark(bytes[at], objects);
            return at + 1;
        }

        return bytes.Length;
    }

    private void TakeBetween(ReadOnlySpan<byte> plain, ICollection<CutObject> objects)
    {
        foreach (var value in plain)
        {
            if (value == ',')
            {
                EndStray(objects);
            }
            else
            {
                _isStray |= value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF);
            }
        }
    }

    private void TakeMark(byte mark, ICollection<CutObject> objects)
    {
        switch (mark)
        {
            case (byte)'"':
                _inText = true;
                _isStray |= IsBetween;
                _name.ResetWrittenCount();
                Keep([mark]);
                break;
            case (byte)'{' or (byte)'[':
                Open(mark, objects);
                break;
            default:
                Close(mark, objects);
                break;
        }
    }

    private void Open(byte mark, ICollection<CutObject> objects)
    {
        if (IsBetween && mark == '{')
        {
            EndStray(objects);
            _inObject = true;
        }
        else
        {
            _isStray |= IsBetween;
        }

        if (shape == JsonShape.Wrapper && _depth == 1 && mark == '[')
        {
            _inList = FieldNames.IsList(Encoding.UTF8.GetString(_name.WrittenSpan));
        }

        _depth++;
        Keep([mark]);
    }

    private void Close(byte mark, ICollection<CutObject> objects)
    {
        Keep([mark]);
        if (IsBetween)
        {
            EndStray(objects);
        }

        _depth = Math.Max(0, _depth - 1);
        if (_inObject && _depth == _listDepth)
        {
            objects.Add(new CutObject(++_number, _overLimit ? null : _object.WrittenSpan.ToArray(), IsObject: true));
            _isAfterStray = false;
            _object.ResetWrittenCount();
            (_inObject, _overLimit) = (false, false);
        }
        else if (shape == JsonShape.Wrapper && _depth < _listDepth)
        {
            _inList = false;
        }
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        if (_inObject)
        {
            _overLimit |= _object.WrittenCount + bytes.Length > limit;
            _object.Write(_overLimit ? [] : bytes);
        }
    }

    /// <summary>Things that are no objects, as many as stand side by side, are told once.</summary>
    private void EndStray(ICollection<CutObject> objects)
    {
        if (!_isStray)
        {
            return;
        }

        _number++;
        if (!_isAfterStray)
        {
            objects.Add(new CutObject(_number, null, IsObject: false));
        }

        (_isStray, _isAfterStray) = (false, true);
    }
}
