namespace Search.Core.Countries;

/// <summary>The spellings under which one name of the gazetteer is met: capitals, plurals, Saint and St.</summary>
internal static class NameSpellings
{
    public static IEnumerable<string> Of(string name, GazetteerEntry entry)
    {
        foreach (var form in Forms(name, entry))
        {
            yield return form;
            var capitals = form.ToUpperInvariant();
            if (capitals != form && HasCase(form))
                yield return capitals;
        }
    }

    private static IEnumerable<string> Forms(string name, GazetteerEntry entry)
    {
        yield return name;
        if (entry.Role == EntryRole.Demonym && entry.Language == "en" && TakesPlural(name))
            yield return name + "s";

        if (name.StartsWith("Saint ", StringComparison.Ordinal))
        {
            yield return "St." + name[5..];
            yield return "St" + name[5..];
        }

        if (name.Contains(". ", StringComparison.Ordinal))
        {
            yield return name.Replace(". ", ".", StringComparison.Ordinal);
            yield return name.Replace(". ", " ", StringComparison.Ordinal);
        }
    }

    /// <summary>Names without a small letter have one spelling; so have scripts without case.</summary>
    private static bool HasCase(string form)
    {
        foreach (var character in form)
        {
            if (char.IsLower(character))
                return true;
        }

        return false;
    }

    private static bool TakesPlural(string demonym) =>
        demonym is not "Motswana" and not "Batswana" and not "Basotho" and not "Mosotho"
        && !EndsWithAny(demonym, "ese", "ish", "ch", "ss", "men", "ic", "ois", "oise");

    private static bool EndsWithAny(string text, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
