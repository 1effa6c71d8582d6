namespace Search.Core.Countries;

/// <summary>What one spelling means.</summary>
/// <param name="SpeaksFor">Countries that the name speaks for besides what it names: "south Korea" is how Pyongyang writes.</param>
internal sealed record NameMeaning(string[] Codes, EntryRole Role, EntryFlags Flags, string Name, string Language, string[] SpeaksFor)
{
    /// <summary>Whether it has any of the flags.</summary>
    public bool Has(EntryFlags flags) => (Flags & flags) != EntryFlags.None;

    /// <summary>Whether it names a country, as against saying something about the names around it.</summary>
    public bool IsName => Role <= EntryRole.Part;
}

/// <summary>Every spelling of every name of a gazetteer, in a trie.</summary>
internal sealed class NameIndex
{
    private NameIndex(NameTrie trie, NameMeaning[] meanings)
    {
        Trie = trie;
        Meanings = meanings;
    }

    public NameTrie Trie { get; }

    /// <summary>By the trie's values.</summary>
    public NameMeaning[] Meanings { get; }

    public static NameIndex Build(Gazetteer gazetteer)
    {
        var spoken = gazetteer.Entries.Where(entry => entry.Role == EntryRole.For)
            .SelectMany(entry => entry.Names, (entry, name) => (name, entry.Codes))
            .ToLookup(pair => pair.name, pair => pair.Codes[0]);
        var meanings = new List<NameMeaning>();
        var names = new List<KeyValuePair<string, int>>();
        foreach (var entry in gazetteer.Entries.OrderBy(Rank))
        {
            if (entry.Role == EntryRole.Words)
                continue;

            foreach (var name in entry.Names)
            {
                foreach (var spelling in NameSpellings.Of(name, entry))
                    names.Add(new(NameFolding.Key(spelling), meanings.Count));

                meanings.Add(new NameMeaning(entry.Codes, entry.Role, entry.Flags, name, entry.Language, [.. spoken[name]]));
            }
        }

        return new NameIndex(new NameTrie(names), [.. meanings]);
    }

    /// <summary>
    /// Of two equal spellings the first counts: what names a country everywhere, then what does so in one language, then
    /// what only speaks about countries.
    /// </summary>
    private static int Rank(GazetteerEntry entry) => entry.Role switch
    {
        EntryRole.For or EntryRole.Against or EntryRole.Region => 2,
        _ => (entry.Flags & EntryFlags.Local) == EntryFlags.None ? 0 : 1,
    };
}
