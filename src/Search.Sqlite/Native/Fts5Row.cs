namespace Search.Sqlite.Native;

/// <summary>The row at which FTS5 stands while it walks the matches of an expression. Valid during the visit only.</summary>
internal readonly unsafe ref struct Fts5Row
{
    /// <summary>Columns of the index: title, then body.</summary>
    public const int Columns = 2;

    private readonly Fts5Extension* _extension;
    private readonly void* _context;

    public Fts5Row(Fts5Extension* extension, void* context)
    {
        _extension = extension;
        _context = context;
    }

    public long Id => _extension->RowId(_context);

    /// <summary>
    /// Occurrences of one phrase of the expression in this row, those in the title counted <paramref name="titleWeight"/> times.
    /// </summary>
    /// <param name="phrase">Its index, in the order of the expression's text.</param>
    public float Frequency(int phrase, float titleWeight)
    {
        Fts5PhraseIterator iterator;
        int column, offset;
        float title = 0, body = 0;
        if (_extension->PhraseFirst(_context, phrase, &iterator, &column, &offset) != Sqlite3.Ok)
        {
            return 0;
        }

        for (; column >= 0; _extension->PhraseNext(_context, &iterator, &column, &offset))
        {
            if (column == 0)
            {
                title++;
            }
            else
            {
                body++;
            }
        }

        return body + (title * titleWeight);
    }

    /// <summary>Adds the places where one phrase begins, packed by <see cref="FieldPosition"/>, in ascending order.</summary>
    public void Positions(int phrase, List<long> positions)
    {
        Fts5PhraseIterator iterator;
        int column, offset;
        if (_extension->PhraseFirst(_context, phrase, &iterator, &column, &offset) != Sqlite3.Ok)
        {
            return;
        }

        for (; column >= 0; _extension->PhraseNext(_context, &iterator, &column, &offset))
        {
            positions.Add(FieldPosition.Pack(column, offset));
        }
    }
}

/// <summary>A column and a token's position in it as one number, ordered by column first.</summary>
internal static class FieldPosition
{
    public static long Pack(int column, int offset) => ((long)column << 32) | (uint)offset;

    public static int Column(long position) => (int)(position >> 32);

    public static int Offset(long position) => (int)position;
}

/// <summary>Is shown every row that an expression matches, in ascending order of row ids.</summary>
internal abstract class RowVisitor
{
    /// <summary>False ends the walk.</summary>
    public abstract bool Visit(Fts5Row row);
}
