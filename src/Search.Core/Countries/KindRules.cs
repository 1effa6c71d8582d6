namespace Search.Core.Countries;

/// <summary>Tells how a mention names its country.</summary>
internal sealed class KindRules(ContextWords words)
{
    /// <summary>The kind; null for a capital that is only a place here.</summary>
    public MentionKind? Of(ReadOnlySpan<char> text, Sighting sighting) => sighting.Meaning.Role switch
    {
        EntryRole.Inside => MentionKind.InsideName,
        EntryRole.Part => MentionKind.Part,
        EntryRole.Capital => StandsForGovernment(text, sighting) ? MentionKind.Capital : null,
        EntryRole.Abbreviation => IsInside(text, sighting) ? MentionKind.InsideName : MentionKind.Abbreviation,
        EntryRole.Demonym => IsInside(text, sighting) ? MentionKind.InsideName : MentionKind.Demonym,
        _ => IsInside(text, sighting) ? MentionKind.InsideName : MentionKind.Name,
    };

    /// <summary>Bank of Japan, Syrian Observatory: part of a longer proper name.</summary>
    private bool IsInside(ReadOnlySpan<char> text, Sighting sighting)
    {
        var after = sighting.End < text.Length && text[sighting.End] == ' ' ? AdjacentWords.WordAfter(text, sighting.End) : [];
        if (words.Is(after, WordClasses.Institution))
            return true;

        return IsAfterInstitution(text, sighting.Start);
    }

    private bool IsAfterInstitution(ReadOnlySpan<char> text, int start)
    {
        var before = AdjacentWords.WordBefore(text, start);
        if (before is "the")
        {
            start -= before.Length + 1;
            before = AdjacentWords.WordBefore(text, start);
        }

        return before is "of" && words.Is(AdjacentWords.WordBefore(text, start - before.Length - 1), WordClasses.Institution);
    }

    /// <summary>Washington said, between Tokyo and Seoul, Moscow's; not: in Paris, near Kabul.</summary>
    private bool StandsForGovernment(ReadOnlySpan<char> text, Sighting sighting)
    {
        var before = AdjacentWords.WordBefore(text, sighting.Start);
        if (words.Is(before, WordClasses.Where))
            return false;

        if (words.Is(before, WordClasses.Party))
            return true;

        return IsPossessive(text, sighting.End) || words.Is(AdjacentWords.WordAfter(text, sighting.End), WordClasses.Deed);
    }

    private static bool IsPossessive(ReadOnlySpan<char> text, int end) =>
        end + 1 < text.Length && NameFolding.Fold(text[end]) == '\'' && text[end + 1] == 's';
}
