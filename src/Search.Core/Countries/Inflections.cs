namespace Search.Core.Countries;

/// <summary>
/// The regular forms of a name in its language: English plurals, Spanish and French gender and number, Russian cases.
/// What is irregular stands in the gazetteer.
/// </summary>
internal static class Inflections
{
    public static IEnumerable<string> Of(string name, GazetteerEntry entry) => (entry.Role, entry.Language) switch
    {
        (EntryRole.Demonym or EntryRole.Part, "en") => English(name),
        (EntryRole.Demonym, "es") => Spanish(name),
        (EntryRole.Demonym, "fr") => French(name),
        (EntryRole.Name, "ru" or "uk") when !name.Contains(' ', StringComparison.Ordinal) => Russian(name),
        (EntryRole.Name, "ar") => Arabic(name),
        _ => [name],
    };

    private static IEnumerable<string> English(string name) =>
        EndsWithAny(name, "ese", "ish", "ch", "ss", "men", "ic", "ois", "oise", "land", "Wales", "Basotho", "Batswana")
            ? [name]
            : [name, name + "s"];

    private static IEnumerable<string> Spanish(string name) => name[^1] switch
    {
        'o' => Endings(name[..^1], "o", "a", "os", "as"),
        's' or 'n' => Endings(name[..^2] + Plain(name[^2]) + name[^1], "", "a", "es", "as"),
        'í' or 'ú' => Endings(name, "", "es", "s"),
        _ => Endings(name, "", "s"),
    };

    private static IEnumerable<string> French(string name) => name switch
    {
        [.. var stem, 'i', 'e', 'n'] => Endings(stem, "ien", "ienne", "iens", "iennes"),
        [.. var stem, 'é', 'e', 'n'] => Endings(stem, "éen", "éenne", "éens", "éennes"),
        [.., 's'] => Endings(name, "", "e", "es"),
        [.., 'e'] => Endings(name, "", "s"),
        [.., 'o', 'n'] => Endings(name, "", "s", "ne", "nes"),
        _ => Endings(name, "", "e", "s", "es"),
    };

    private static IEnumerable<string> Russian(string name) => name switch
    {
        [.. var stem, 'и', 'я'] => Endings(stem, "ия", "ии", "ию", "ией"),
        [.. var stem, 'а'] => Endings(stem, "а", "ы", "и", "е", "у", "ой"),
        [.. var stem, 'я'] => Endings(stem, "я", "и", "е", "ю", "ей"),
        [.. var stem, 'й'] => Endings(stem, "й", "я", "ю", "ем", "е"),
        [.. var stem, 'л', 'ь'] => Endings(stem, "ль", "ля", "лю", "лем", "ле"),
        [.. var stem, 'ь'] => Endings(stem, "ь", "и", "ью"),
        [.., 'о' or 'е' or 'и' or 'у' or 'ы' or 'э'] => [name],
        _ when char.IsLower(name[^1]) => Endings(name, "", "а", "у", "ом", "е"),
        _ => [name],
    };

    /// <summary>The article al- merges with li-: to China is one word.</summary>
    private static IEnumerable<string> Arabic(string name) =>
        name.StartsWith("ال", StringComparison.Ordinal) ? [name, string.Concat("لل", name.AsSpan(2))] : [name];

    private static IEnumerable<string> Endings(string stem, params string[] endings)
    {
        foreach (var ending in endings)
            yield return stem + ending;
    }

    private static char Plain(char vowel) => NameFolding.Fold(vowel);

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
