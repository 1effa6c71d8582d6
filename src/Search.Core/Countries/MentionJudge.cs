namespace Search.Core.Countries;

/// <summary>Decides which sightings are mentions, and of which country.</summary>
internal static class MentionJudge
{
    public static List<CountryMention> Judge(string title, string body, List<Sighting> sightings, int inTitle)
    {
        var mentions = new List<CountryMention>(sightings.Count);
        for (var i = 0; i < sightings.Count; i++)
        {
            var sighting = sightings[i];
            if (!sighting.Meaning.IsName || sighting.Meaning.Has(EntryFlags.Backed))
                continue;

            var field = i < inTitle ? MentionField.Title : MentionField.Body;
            mentions.Add(new CountryMention(sighting.Meaning.Codes[0], field, sighting.Start, sighting.Length, KindOf(sighting.Meaning.Role)));
        }

        _ = title.Length + body.Length;
        return mentions;
    }

    private static MentionKind KindOf(EntryRole role) => role switch
    {
        EntryRole.Name => MentionKind.Name,
        EntryRole.Abbreviation => MentionKind.Abbreviation,
        EntryRole.Demonym => MentionKind.Demonym,
        EntryRole.Capital => MentionKind.Capital,
        EntryRole.Part => MentionKind.Part,
        _ => MentionKind.InsideName,
    };
}
