namespace Search.Core.Countries;

/// <summary>What one spelling means.</summary>
internal sealed record Meaning(string[] Codes, EntryRole Role, EntryFlags Flags, string Name)
{
    public bool Has(EntryFlags flag) => (Flags & flag) != EntryFlags.None;

    /// <summary>Whether it names a country, as against saying something about the names around it.</summary>
    public bool IsName => Role <= EntryRole.Part;
}

/// <summary>Every spelling of every name of a gazetteer, in a trie.</summary>
internal sealed class NameIndex
{
    private NameIndex(NameTrie trie, Meaning[] meanings)
    {
        Trie = trie;
        Meanings = meanings;
    }

    public NameTrie Trie { get; }

    /// <summary>By the trie's values.</summary>
    public Meaning[] Meanings { get; }

    public static NameIndex Build(Gazetteer gazetteer)
    {
        var meanings = new List<Meaning>();
        var names = new List<KeyValuePair<string, int>>();
        foreach (var entry in gazetteer.Entries)
        {
            foreach (var name in entry.Names)
            {
                foreach (var spelling in NameSpellings.Of(name, entry))
                    names.Add(new(NameFolding.Key(spelling), meanings.Count));

                meanings.Add(new Meaning(entry.Codes, entry.Role, entry.Flags, name));
            }
        }

        return new NameIndex(new NameTrie(names), [.. meanings]);
    }
}
