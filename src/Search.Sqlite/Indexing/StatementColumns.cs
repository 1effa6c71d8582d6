using Search.Core.Statements;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Indexing;

/// <summary>
/// What filters, facets and ranking need of every statement, in arrays of about 85 bytes a statement: an immutable picture
/// of the archive at one revision. A statement's index in the arrays is its slot: its row less one.
/// </summary>
internal sealed class StatementColumns
{
    /// <summary>The kind of a slot whose statement is gone.</summary>
    public const byte Gone = byte.MaxValue;

    public required long Revision { get; init; }

    public required bool Samples { get; init; }

    /// <summary>Statements, without slots whose statement is gone.</summary>
    public required int Count { get; init; }

    /// <summary>Words of all statements together.</summary>
    public required long TotalTokens { get; init; }

    /// <summary>As <see cref="ArchiveDay"/> counts them; of a month or year, the first.</summary>
    public required int[] Days { get; init; }

    /// <summary>The dates of the slots whose statements bear a month or year only.</summary>
    public required IReadOnlyDictionary<int, IssueDate> LessExactDates { get; init; }

    /// <summary>Key of the issuer as printed; 0 for none.</summary>
    public required int[] Issuers { get; init; }

    public required int[] Sources { get; init; }

    /// <summary>Key of the language; 0 for unknown.</summary>
    public required int[] Languages { get; init; }

    public required byte[] Kinds { get; init; }

    /// <summary>When the archive got each, as <see cref="ArchiveTime.ToColumn"/> counts.</summary>
    public required int[] Received { get; init; }

    /// <summary>The day of capture as <see cref="ArchiveDay"/> counts; none where nobody noted it.</summary>
    public required int[] CaptureDays { get; init; }

    public required CaptureStates[] States { get; init; }

    /// <summary>Words in title and body.</summary>
    public required float[] Lengths { get; init; }

    /// <summary>Where a slot's part of <see cref="Capitals"/> begins; one more element than slots.</summary>
    public required int[] CapitalStarts { get; init; }

    /// <summary>The capitals of all slots, each as <see cref="CapitalMap"/> reads them.</summary>
    public required byte[] Capitals { get; init; }

    /// <summary>Where a slot's entries begin in <see cref="CountryEntries"/>; one more element than slots.</summary>
    public required int[] CountryStarts { get; init; }

    /// <summary>Countries of all slots, each as <see cref="CountryColumn"/> packs it.</summary>
    public required ushort[] CountryEntries { get; init; }

    public required ArchiveDictionaries Dictionaries { get; init; }

    /// <summary>The earliest day that a statement bears; 1 when none bears any.</summary>
    public required int FirstDay { get; init; }

    /// <summary>The latest day that a statement bears; 1 when none bears any.</summary>
    public required int LastDay { get; init; }

    public int Slots => Days.Length;

    /// <summary>The date of a slot whose statement bears a month or year only; most archives have none.</summary>
    public bool TryGetLessExactDate(int slot, out IssueDate date)
    {
        date = default;
        return LessExactDates.Count > 0 && LessExactDates.TryGetValue(slot, out date);
    }

    /// <summary>Whether there are languages whose words are not stemmed.</summary>
    public bool HasUnstemmed => Dictionaries.IsStemmed.Contains(false);

    public double AverageLength => Count == 0 ? 1 : Math.Max(1, (double)TotalTokens / Count);

    public static StatementColumns Empty { get; } = new ColumnsBuilder(0).Build(0, samples: false, ArchiveDictionaries.Empty);

    /// <summary>The slot of a row; -1 when these columns do not have it.</summary>
    public int SlotOf(long row) => row <= Days.Length ? (int)row - 1 : -1;

    public static long RowOf(int slot) => slot + 1;

    public ReadOnlySpan<ushort> CountriesOf(int slot) =>
        CountryEntries.AsSpan(CountryStarts[slot], CountryStarts[slot + 1] - CountryStarts[slot]);

    public ReadOnlySpan<byte> CapitalsOf(int slot) => Capitals.AsSpan(CapitalStarts[slot], CapitalStarts[slot + 1] - CapitalStarts[slot]);

    /// <summary>All statements, the latest day first, undated last.</summary>
    public IEnumerable<int> NewestFirst() => Enumerable.Range(0, Slots)
        .Where(slot => Kinds[slot] != Gone)
        .OrderByDescending(slot => Days[slot]).ThenByDescending(slot => slot);

    /// <summary>Whether the statement's words were stemmed when it was indexed.</summary>
    public bool IsStemmed(int slot) => Dictionaries.IsStemmed[Languages[slot]];
}

/// <summary>What became of a statement after it came.</summary>
[Flags]
internal enum CaptureStates : byte
{
    None = 0,

    /// <summary>Its text was another before.</summary>
    Changed = 1,

    /// <summary>A later whole list of its source lacks it.</summary>
    Missing = 2,
}
