namespace Search.Core.Countries;

/// <summary>The spellings under which one name of the gazetteer is met: its forms, in capitals, with St. for Saint.</summary>
internal static class NameSpellings
{
    public static IEnumerable<string> Of(string name, GazetteerEntry entry)
    {
        foreach (var inflected in Inflections.Of(name, entry))
        {
            foreach (var form in Abbreviated(inflected))
            {
                yield return form;
                if (!HasSmallLetter(form))
                    continue;

                // Folded before: the capital of ı is I, which the invariant culture does not know.
                yield return NameFolding.Key(form).ToUpperInvariant();
                if (entry.Role is EntryRole.Demonym or EntryRole.Not && char.IsLower(form[0]))
                    yield return char.ToUpperInvariant(form[0]) + form[1..];
            }
        }
    }

    private static IEnumerable<string> Abbreviated(string name)
    {
        yield return name;
        if (name.StartsWith("Saint ", StringComparison.Ordinal))
        {
            yield return "St." + name[5..];
            yield return "St" + name[5..];
        }

        if (name.Contains("People's ", StringComparison.Ordinal))
        {
            yield return name.Replace("People's ", "Peoples ", StringComparison.Ordinal);
            yield return name.Replace("People's ", "Peoples' ", StringComparison.Ordinal);
        }

        if (name.Contains(". ", StringComparison.Ordinal))
        {
            yield return name.Replace(". ", ".", StringComparison.Ordinal);
            yield return name.Replace(". ", " ", StringComparison.Ordinal);
        }
    }

    /// <summary>Names without a small letter have one spelling; so have scripts without case.</summary>
    private static bool HasSmallLetter(string form)
    {
        foreach (var character in form)
        {
            if (char.IsLower(character))
                return true;
        }

        return false;
    }
}
