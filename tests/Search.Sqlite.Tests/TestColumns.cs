using Search.Sqlite.Indexing;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Tests;

/// <summary>Columns without an archive.</summary>
internal sealed class TestColumns
{
    private readonly List<ColumnsRow> _rows = [];

    public static ArchiveDictionaries Dictionaries { get; } = new(
        [
            new(string.Empty, null, null, null, string.Empty),
            new("Ministry of Tides", null, null, "JP", "the tide ministry"),
            new("Harbour Board", null, null, null, "Harbour Board"),
        ],
        [string.Empty, "Harbour Gazette", "North Radio"],
        [string.Empty, "en", "es"]);

    /// <summary>Adds a statement in the next row, or in one that is given.</summary>
    public void Add(
        int day = 0,
        int issuer = 0,
        int source = 1,
        int language = 1,
        byte kind = 0,
        int tokens = 10,
        long row = 0,
        byte[]? capitals = null,
        ushort[]? countries = null)
    {
        var place = row == 0 ? _rows.Count + 1 : row;
        _rows.Add(new ColumnsRow(place, day, issuer, source, language, kind, tokens, capitals ?? [], countries ?? [], default));
    }

    public StatementColumns Build()
    {
        var builder = new ColumnsBuilder(_rows.Count);
        foreach (var row in _rows)
        {
            builder.Add(row);
        }

        return builder.Build(1, samples: false, Dictionaries);
    }

    public static ushort Country(string code, int kinds = 1) => CountryColumn.Entry(CountryColumn.Index(code), (byte)kinds);
}
