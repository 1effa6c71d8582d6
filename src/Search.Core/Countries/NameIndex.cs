namespace Search.Core.Countries;

/// <summary>What one spelling means.</summary>
/// <param name="SpeaksFor">Countries that the name speaks for besides what it names: "south Korea" is how Pyongyang writes.</param>
/// <param name="Languages">Languages in whose texts a local name counts.</param>
internal sealed record NameMeaning(string[] Codes, EntryRole Role, EntryFlags Flags, string Name, string[] Languages, string[] SpeaksFor)
{
    public bool IsEnglish { get; } = Languages is ["en"];

    /// <summary>Whether it has any of the flags.</summary>
    public bool Has(EntryFlags flags) => (Flags & flags) != EntryFlags.None;

    /// <summary>Whether it names a country, as against saying something about the names around it.</summary>
    public bool IsName => Role <= EntryRole.Part;
}

/// <summary>Every spelling of every name of a gazetteer, in a trie.</summary>
internal sealed class NameIndex
{
    private NameIndex(List<KeyValuePair<string, int>> names, NameMeaning[] meanings)
    {
        Trie = new NameTrie(names);
        Starts = new NameStarts(names.Select(static name => name.Key));
        Meanings = meanings;
    }

    public NameTrie Trie { get; }

    public NameStarts Starts { get; }

    /// <summary>By the trie's values.</summary>
    public NameMeaning[] Meanings { get; }

    public static NameIndex Build(Gazetteer gazetteer)
    {
        var spoken = gazetteer.Entries.Where(entry => entry.Role == EntryRole.For)
            .SelectMany(entry => entry.Names, (entry, name) => (name, entry.Codes))
            .ToLookup(pair => pair.name, pair => pair.Codes[0]);
        var spellings = new SpellingList();
        foreach (var entry in gazetteer.Entries.OrderBy(Rank))
        {
            if (entry.Role is EntryRole.Words or EntryRole.Letters)
                continue;

            foreach (var name in entry.Names)
            {
                // A language is no country, whatever its name is spelled like.
                spellings.Add(Inflections.LanguagesOf(name, entry), NotOf(name, entry));
                spellings.Add(
                    NameSpellings.Of(name, entry),
                    new NameMeaning(entry.Codes, entry.Role, entry.Flags, name, [entry.Language], [.. spoken[name]]));
            }
        }

        return new NameIndex(spellings.Names, [.. spellings.Meanings]);
    }

    private static NameMeaning NotOf(string name, GazetteerEntry entry) =>
        new([], EntryRole.Not, EntryFlags.None, name, [entry.Language], []);

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
