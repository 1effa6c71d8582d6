namespace Search.Core.Countries;

/// <summary>Letters that are written together with a name: Arabic and Hebrew ones before it, Korean particles after it.</summary>
internal sealed class Affixes
{
    private const int LongestBefore = 4;

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _before;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _after;

    private Affixes()
    {
        _before = Read("before").GetAlternateLookup<ReadOnlySpan<char>>();
        _after = Read("after").GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static Affixes Default { get; } = new();

    /// <summary>Whether the text may stand before a name in the same word.</summary>
    public bool IsBefore(ReadOnlySpan<char> text) => text.Length <= LongestBefore && _before.Contains(text);

    /// <summary>Whether the text may follow a name in the same word.</summary>
    public bool IsAfter(ReadOnlySpan<char> text) => _after.Contains(text);

    private static HashSet<string> Read(string kind) =>
        [.. LanguageTables.LinesOf(LanguageTables.Affixes)
            .Where(columns => columns[1] == kind)
            .SelectMany(columns => LanguageTables.ValuesOf(columns[2]))];
}
