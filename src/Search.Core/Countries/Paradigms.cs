namespace Search.Core.Countries;

/// <summary>What a line of the paradigms is for.</summary>
internal enum ParadigmKind
{
    Name,
    Demonym,
    Part,

    /// <summary>Words before the noun of a name of several words.</summary>
    Adjective,

    /// <summary>Forms of a name that name a language, and so no country.</summary>
    NameLanguage,
    DemonymLanguage,
}

/// <summary>How names of one language change by their endings; the format stands at the head of <c>paradigms.tsv</c>.</summary>
internal sealed class Paradigms
{
    private static readonly Dictionary<(string Language, ParadigmKind Kind), Paradigms> s_all = ReadAll();

    private readonly List<(string Ending, string[] Forms)> _lines = [];

    /// <summary>The paradigms of a language for a kind; null when it has none.</summary>
    public static Paradigms? Of(string language, ParadigmKind kind) => s_all.GetValueOrDefault((language, kind));

    /// <summary>The forms of one word, or of a name that changes as one; null when no ending fits.</summary>
    public IReadOnlyList<string>? FormsOf(string name)
    {
        foreach (var (ending, forms) in _lines)
        {
            if (RestOf(name, ending) is { } rest)
                return [.. forms.Select(form => Form(rest, form))];
        }

        return null;
    }

    /// <summary>What is left of a name without its ending; null when it ends otherwise.</summary>
    private static string? RestOf(string name, string ending)
    {
        if (ending is "-")
            return name;

        if (ending[0] == '[')
            return ending.Contains(name[^1], StringComparison.Ordinal) ? name : null;

        if (ending[^1] == '+')
            return name.StartsWith(ending[..^1], StringComparison.Ordinal) ? name[(ending.Length - 1)..] : null;

        return name.EndsWith(ending, StringComparison.Ordinal) ? name[..^ending.Length] : null;
    }

    private static string Form(string rest, string form)
    {
        if (form is "-")
            return rest;

        if (form.StartsWith('^'))
            return char.ToUpperInvariant(rest[0]) + rest[1..] + form[2..];

        if (form.Contains('~', StringComparison.Ordinal))
            return form.Replace("~", rest, StringComparison.Ordinal);

        return rest.Length == 0 ? form : VowelHarmony.Append(rest, form);
    }

    private static Dictionary<(string Language, ParadigmKind Kind), Paradigms> ReadAll()
    {
        var all = new Dictionary<(string Language, ParadigmKind Kind), Paradigms>();
        foreach (var columns in LanguageTables.LinesOf(LanguageTables.Paradigms))
        {
            foreach (var language in columns[0].Split(','))
            {
                foreach (var kind in columns[1].Split(','))
                    Add(all, (language, KindOf(kind)), columns);
            }
        }

        foreach (var paradigms in all.Values)
            paradigms._lines.Sort(static (a, b) => Rank(b.Ending).CompareTo(Rank(a.Ending)));

        return all;
    }

    private static ParadigmKind KindOf(string column) =>
        Enum.Parse<ParadigmKind>(column.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static void Add(
        Dictionary<(string Language, ParadigmKind Kind), Paradigms> all, (string Language, ParadigmKind Kind) key, string[] columns)
    {
        if (!all.TryGetValue(key, out var paradigms))
            all[key] = paradigms = new Paradigms();

        paradigms._lines.Add((columns[2], LanguageTables.ValuesOf(columns[3])));
    }

    /// <summary>Longer endings first; one letter of several before any.</summary>
    private static int Rank(string ending) => ending[0] switch
    {
        '-' => 0,
        '[' => 1,
        _ => ending.Length + 1,
    };
}
