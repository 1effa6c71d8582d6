namespace Search.Reading.Records;

/// <summary>Whether lines are a whole row: where quoted fields open and close, and how many fields there are (RFC 4180).</summary>
internal struct TableScan(char delimiter)
{
    private bool _isBlank = true;

    /// <summary>A quoted field is not closed yet.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Something stands behind a closing quotation mark.</summary>
    public bool IsBroken { get; private set; }

    public int Fields { get; private set; }

    /// <summary>Nothing but blanks, or separators of empty fields.</summary>
    public readonly bool IsBlank => _isBlank;

    public void Add(ReadOnlySpan<char> line)
    {
        _isBlank &= line.Trim().Trim(delimiter).IsWhiteSpace();
        if (IsOpen)
        {
            line = SkipQuoted(line);
        }
        else
        {
            Fields++;
            line = OpenField(line);
        }

        while (!IsOpen && !IsBroken && line.IndexOf(delimiter) is var at and >= 0)
        {
            Fields++;
            line = OpenField(line[(at + 1)..]);
        }
    }

    /// <summary>The rest of the line behind a quoted field; the line itself where the field is not quoted.</summary>
    private ReadOnlySpan<char> OpenField(ReadOnlySpan<char> line)
    {
        if (line is not ['"', .. var quoted])
        {
            return line;
        }

        IsOpen = true;
        return SkipQuoted(quoted);
    }

    private ReadOnlySpan<char> SkipQuoted(ReadOnlySpan<char> line)
    {
        while (line.IndexOf('"') is var at and >= 0)
        {
            line = line[(at + 1)..];
            if (line is not ['"', .. var behind])
            {
                IsOpen = false;
                IsBroken = !line.IsEmpty && line[0] != delimiter && !line.IsWhiteSpace();
                return line;
            }

            line = behind;
        }

        return [];
    }
}
