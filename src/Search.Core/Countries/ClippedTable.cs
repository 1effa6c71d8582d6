namespace Search.Core.Countries;

/// <summary>The lines of <c>clipped.tsv</c> for one script.</summary>
internal sealed class ClippedTable
{
    private readonly string[] _after;
    private readonly string[] _person;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _ambiguous;

    public ClippedTable(string script)
    {
        Letters = Letter(script, "letter");
        JapaneseLetters = Letter(script, "japanese");
        _after = [.. Values(script, "after")];
        _person = [.. Values(script, "person")];
        _ambiguous = Values(script, "ambiguous").ToHashSet().GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public Dictionary<char, NameMeaning> Letters { get; }

    /// <summary>Characters that mean something else where the text has kana.</summary>
    public Dictionary<char, NameMeaning> JapaneseLetters { get; }

    public bool Has(char character) => Letters.ContainsKey(character) || JapaneseLetters.ContainsKey(character);

    public bool IsAmbiguous(ReadOnlySpan<char> pair) => _ambiguous.Contains(pair);

    /// <param name="shortest">The least characters of a word that count.</param>
    public bool StartsWithAfter(ReadOnlySpan<char> text, int shortest) => StartsWithAny(text, _after, shortest);

    public bool StartsWithPerson(ReadOnlySpan<char> text) => StartsWithAny(text, _person, 1);

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] words, int shortest)
    {
        foreach (var word in words)
        {
            if (word.Length >= shortest && text.StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static Dictionary<char, NameMeaning> Letter(string script, string kind) =>
        Values(script, kind).ToDictionary(static value => value[0], static value => Meaning(value.Split(' ')));

    private static NameMeaning Meaning(string[] letter) =>
        new([letter[1]], EntryRole.Abbreviation, EntryFlags.None, letter[0], [], []);

    private static IEnumerable<string> Values(string script, string kind) =>
        LanguageTables.LinesOf(LanguageTables.Clipped)
            .Where(columns => columns[0] == script && columns[1] == kind)
            .SelectMany(columns => LanguageTables.ValuesOf(columns[2]));
}
