namespace Search.Core.Countries;

/// <summary>
/// Collects spellings and what they mean. Of two equal spellings the first counts; but where both are local names of the
/// same country, the one meaning counts in the languages of both (Irak is Spanish, German and Turkish).
/// </summary>
internal sealed class SpellingList
{
    private readonly Dictionary<string, int> _meaningOf = [];
    private readonly Dictionary<(int First, string Language), int> _shared = [];

    /// <summary>By the numbers that the spellings have.</summary>
    public List<NameMeaning> Meanings { get; } = [];

    public List<KeyValuePair<string, int>> Names => [.. _meaningOf];

    public void Add(IEnumerable<string> spellings, NameMeaning meaning)
    {
        var number = -1;
        foreach (var spelling in spellings)
        {
            var key = NameFolding.Key(spelling);
            if (!_meaningOf.TryGetValue(key, out var earlier))
            {
                if (number < 0)
                {
                    number = Meanings.Count;
                    Meanings.Add(meaning);
                }

                _meaningOf[key] = number;
            }
            else if (Meanings[earlier].Has(EntryFlags.Local) && meaning.Has(EntryFlags.Local))
                _meaningOf[key] = Share(earlier, meaning);
        }
    }

    private int Share(int earlier, NameMeaning meaning)
    {
        var first = Meanings[earlier];
        var language = meaning.Languages[0];
        if (first.Languages.Contains(language) || !first.Codes.AsSpan().SequenceEqual(meaning.Codes))
            return earlier;

        if (!_shared.TryGetValue((earlier, language), out var number))
        {
            _shared[(earlier, language)] = number = Meanings.Count;
            Meanings.Add(first with { Languages = [.. first.Languages, language] });
        }

        return number;
    }
}
