namespace Search.Core.Countries;

/// <summary>
/// Decides which sightings are mentions, and of which country: first by the words beside them, then by the whole statement.
/// </summary>
internal sealed class MentionJudge(ContextWords words, Gazetteer gazetteer)
{
    private readonly LocalRules _local = new(words);
    private readonly KindRules _kinds = new(words);
    private readonly TextLanguage _language = new(words, gazetteer);

    public List<CountryMention> Judge(string title, string body, List<Sighting> inTitle, List<Sighting> inBody)
    {
        var verdicts = new LocalVerdict[inTitle.Count + inBody.Count];
        var languages = new StatementLanguages(_language, body.Length > 0 ? body : title);
        JudgeLocally(title, inTitle, verdicts, languages);
        JudgeLocally(body, inBody, verdicts.AsSpan(inTitle.Count), languages);
        List<Sighting> all = [.. inTitle, .. inBody];
        var evidence = new DocumentEvidence(all, verdicts);
        var mentions = new List<CountryMention>(all.Count);
        for (var i = 0; i < all.Count; i++)
        {
            var inTheTitle = i < inTitle.Count;
            if (verdicts[i] == LocalVerdict.Stands && all[i].Meaning.IsName && Stands(all[i].Meaning, evidence, languages))
                Add(mentions, all[i], evidence, inTheTitle ? title : body, inTheTitle ? MentionField.Title : MentionField.Body);
        }

        return mentions;
    }

    private void JudgeLocally(string text, List<Sighting> sightings, Span<LocalVerdict> verdicts, StatementLanguages languages)
    {
        var previous = LocalVerdict.Stands;
        for (var i = 0; i < sightings.Count; i++)
        {
            if (sightings[i].Meaning.IsName)
                verdicts[i] = previous = _local.Judge(text, sightings, i, previous, languages);
        }
    }

    private static bool Stands(NameMeaning meaning, DocumentEvidence evidence, StatementLanguages languages)
    {
        if (meaning.Flags == EntryFlags.None)
            return true;

        var code = meaning.Codes[0];
        if (meaning.Has(EntryFlags.Backed) && evidence.For(code) == 0)
            return false;

        if (meaning.Has(EntryFlags.Given | EntryFlags.Surname) && evidence.IsPerson(meaning))
            return false;

        if (meaning.Has(EntryFlags.Local) && !languages.MayBeAny(meaning.Languages))
            return false;

        return !meaning.Has(EntryFlags.Contested) || evidence.For(code) >= evidence.Against(meaning);
    }

    private void Add(List<CountryMention> mentions, Sighting sighting, DocumentEvidence evidence, string text, MentionField field)
    {
        if (_kinds.Of(text, sighting) is { } kind)
            mentions.Add(new CountryMention(CodeOf(sighting.Meaning, evidence), field, sighting.Start, sighting.Length, kind));
    }

    /// <summary>
    /// A shared name means the one country that the statement names otherwise. Where it names several, or none, the
    /// words that belong to one decide; without any, the first.
    /// </summary>
    private static string CodeOf(NameMeaning meaning, DocumentEvidence evidence)
    {
        if (meaning.Codes.Length == 1)
            return meaning.Codes[0];

        var named = meaning.Codes.Where(code => evidence.Named(code) > 0).ToList();
        return named.Count == 1
            ? named[0]
            : meaning.Codes.MaxBy(code => evidence.SpokenFor(code) + (named.Count == 0 ? evidence.Capitals(code) : 0))!;
    }
}
