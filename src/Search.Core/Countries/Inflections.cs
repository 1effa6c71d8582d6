namespace Search.Core.Countries;

/// <summary>The regular forms of a name in its language, by its paradigms. What is irregular stands in the gazetteer.</summary>
internal static class Inflections
{
    /// <summary>Words that join two nouns of a name, both of which change: Босния и Герцеговина.</summary>
    private static readonly string[] s_joints = ["и", "und"];

    /// <summary>Forms that name the country, the name as it is first.</summary>
    public static IEnumerable<string> Of(string name, GazetteerEntry entry)
    {
        if (KindOf(entry) is not { } kind || Paradigms.Of(entry.Language, kind) is not { } paradigms)
            return [name];

        if (kind == ParadigmKind.Name && name.Contains(' ', StringComparison.Ordinal)
            && Paradigms.Of(entry.Language, ParadigmKind.Adjective) is { } adjectives)
            return [name, .. PhraseForms(name.Split(' '), paradigms, adjectives), .. paradigms.FormsOf(name) ?? []];

        return [name, .. paradigms.FormsOf(name) ?? []];
    }

    /// <summary>Forms that name a language.</summary>
    public static IEnumerable<string> LanguagesOf(string name, GazetteerEntry entry)
    {
        ParadigmKind? kind = entry.Role switch
        {
            EntryRole.Name => ParadigmKind.NameLanguage,
            EntryRole.Demonym => ParadigmKind.DemonymLanguage,
            _ => null,
        };
        return kind is { } known && name.Length > 1 ? Paradigms.Of(entry.Language, known)?.FormsOf(name) ?? [] : [];
    }

    private static ParadigmKind? KindOf(GazetteerEntry entry) => entry.Role switch
    {
        EntryRole.Name => ParadigmKind.Name,
        EntryRole.Demonym => ParadigmKind.Demonym,
        EntryRole.Part => ParadigmKind.Part,
        _ => null,
    };

    /// <summary>
    /// Adjectives and the noun that they stand before change together, form by form where they have equally many (cases),
    /// each with each otherwise; what follows the noun stays.
    /// </summary>
    private static IEnumerable<string> PhraseForms(string[] words, Paradigms nouns, Paradigms adjectives)
    {
        var forms = words.Select(static word => (IReadOnlyList<string>)[word]).ToArray();
        var isNounNext = true;
        for (var i = 0; i < words.Length; i++)
        {
            if (isNounNext && i + 1 < words.Length && adjectives.FormsOf(words[i]) is { } ofAdjective)
                forms[i] = ofAdjective;
            else if (isNounNext && char.IsUpper(words[i][0]))
            {
                forms[i] = nouns.FormsOf(words[i]) ?? forms[i];
                isNounNext = false;
            }
            else
                isNounNext = s_joints.Contains(words[i]);
        }

        var lengths = forms.Select(static form => form.Count).Where(static count => count > 1).Distinct().ToList();
        return lengths.Count == 1
            ? Enumerable.Range(0, lengths[0]).Select(i => string.Join(' ', forms.Select(form => form[form.Count == 1 ? 0 : i])))
            : forms.Aggregate((IEnumerable<string>)[""], static (made, next) => made.SelectMany(_ => next, Join));
    }

    private static string Join(string made, string next) => made.Length == 0 ? next : $"{made} {next}";
}
