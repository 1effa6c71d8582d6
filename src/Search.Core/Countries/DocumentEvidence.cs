namespace Search.Core.Countries;

/// <summary>What a whole statement says for and against countries, to decide names that could mean several things.</summary>
internal sealed class DocumentEvidence
{
    /// <summary>Iowa, Ohio, Utah; shorter ones are abbreviations that may be anything.</summary>
    private const int ShortestState = 4;

    private readonly Dictionary<string, int> _named = [];
    private readonly Dictionary<string, int> _capitals = [];
    private readonly Dictionary<string, int> _for = [];
    private readonly Dictionary<string, int> _against = [];
    private readonly Dictionary<string, int> _persons = [];
    private readonly Dictionary<string, int> _bare = [];
    private int _regions;

    public DocumentEvidence(List<Sighting> sightings, ReadOnlySpan<LocalVerdict> verdicts)
    {
        for (var i = 0; i < verdicts.Length; i++)
            Take(sightings[i].Meaning, verdicts[i]);
    }

    /// <summary>How often the country is named in ways that are not in doubt.</summary>
    public int Named(string code) => _named.GetValueOrDefault(code);

    /// <summary>How often words that belong to the country occur.</summary>
    public int SpokenFor(string code) => _for.GetValueOrDefault(code);

    /// <summary>How often its capital is named.</summary>
    public int Capitals(string code) => _capitals.GetValueOrDefault(code);

    /// <summary>All that speaks for a country.</summary>
    public int For(string code) => Named(code) + SpokenFor(code) + Capitals(code);

    /// <summary>How much speaks against a contested name.</summary>
    public int Against(NameMeaning meaning) =>
        _against.GetValueOrDefault(meaning.Codes[0]) + (meaning.Has(EntryFlags.State) ? _regions : 0);

    /// <summary>
    /// Whether a name that also stands alone is a person's throughout: a contested one when it is a person's once,
    /// any other when it is mostly.
    /// </summary>
    public bool IsPerson(NameMeaning meaning)
    {
        var persons = _persons.GetValueOrDefault(meaning.Name);
        if (persons == 0)
            return false;

        var bare = meaning.Has(EntryFlags.Contested) ? 0 : _bare.GetValueOrDefault(meaning.Name);
        return persons >= bare && For(meaning.Codes[0]) <= bare;
    }

    private void Take(NameMeaning meaning, LocalVerdict verdict)
    {
        foreach (var code in meaning.SpeaksFor)
            _for[code] = SpokenFor(code) + 1;

        if (verdict == LocalVerdict.Person)
            _persons[meaning.Name] = _persons.GetValueOrDefault(meaning.Name) + 1;
        else if (meaning.Role == EntryRole.Region)
            _regions += meaning.Codes[0] == "US" && meaning.Name.Length >= ShortestState ? 1 : 0;
        else if (meaning.Role is EntryRole.Against or EntryRole.Not)
            Count(_against, meaning);
        else if (verdict == LocalVerdict.Stands && IsCertain(meaning))
        {
            Count(meaning.Role == EntryRole.Capital ? _capitals : _named, meaning);
            if (meaning.Has(EntryFlags.Surname))
                _bare[meaning.Name] = _bare.GetValueOrDefault(meaning.Name) + 1;
        }
    }

    private static bool IsCertain(NameMeaning meaning) =>
        meaning is { IsName: true, Codes.Length: 1 }
        && (meaning.Flags & (EntryFlags.Backed | EntryFlags.Contested | EntryFlags.Given | EntryFlags.Local)) == EntryFlags.None;

    private static void Count(Dictionary<string, int> counts, NameMeaning meaning)
    {
        foreach (var code in meaning.Codes)
            counts[code] = counts.GetValueOrDefault(code) + 1;
    }
}
