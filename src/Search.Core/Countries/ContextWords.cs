namespace Search.Core.Countries;

/// <summary>Classes of words that contextual rules look for beside a name. A word may be of several.</summary>
[Flags]
internal enum WordClasses
{
    None = 0,

    /// <summary>A given name, which makes what follows a surname.</summary>
    Given = 1,

    /// <summary>Mr, Senator: what follows is a person.</summary>
    Honorific = 2,

    /// <summary>Street, County: what precedes is its name.</summary>
    Place = 4,

    /// <summary>Minister, Army: begins the rest of an institution's name, or an office.</summary>
    Institution = 8,

    /// <summary>Before a language: in, speaks, fluent.</summary>
    BeforeLanguage = 16,

    /// <summary>After a language: language, speakers, dictionary.</summary>
    AfterLanguage = 32,

    /// <summary>A word that continues no noun phrase: and, with, was.</summary>
    Function = 64,

    /// <summary>What governments do: said, warned, will.</summary>
    Deed = 128,

    /// <summary>Before the name of a place: in, near.</summary>
    Where = 256,

    /// <summary>Before parties: between, with, against.</summary>
    Party = 512,

    /// <summary>Common words of a language, by which a text's is guessed.</summary>
    English = 1 << 10,
    Spanish = 1 << 11,
    French = 1 << 12,
    German = 1 << 13,
    Portuguese = 1 << 14,
    Italian = 1 << 15,

    /// <summary>North, Eastern, Upper: a part of the country that follows.</summary>
    Direction = 1 << 16,

    Turkish = 1 << 17,

    /// <summary>Calle, rue: what follows is its name.</summary>
    PlaceBefore = 1 << 18,

    /// <summary>Given names and titles of other languages than English; they count before names in such.</summary>
    OtherGiven = 1 << 19,
    OtherHonorific = 1 << 20,

    /// <summary>Common in any language but English.</summary>
    Common = Spanish | French | German | Portuguese | Italian | Turkish,
}

/// <summary>The words of the gazetteer's <c>words</c> lines.</summary>
internal sealed class ContextWords
{
    private readonly Dictionary<string, WordClasses>.AlternateLookup<ReadOnlySpan<char>> _classes;

    public ContextWords(Gazetteer gazetteer)
    {
        var classes = new Dictionary<string, WordClasses>();
        foreach (var entry in gazetteer.Entries)
        {
            if (entry.Role != EntryRole.Words)
                continue;

            var wordClass = Enum.Parse<WordClasses>(entry.Language, ignoreCase: true);
            foreach (var word in entry.Names)
                classes[word] = classes.GetValueOrDefault(word) | wordClass;
        }

        _classes = classes.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Is(ReadOnlySpan<char> word, WordClasses wordClass) => (Of(word) & wordClass) != WordClasses.None;

    /// <summary>All classes of a word.</summary>
    public WordClasses Of(ReadOnlySpan<char> word) =>
        !word.IsEmpty && _classes.TryGetValue(word, out var classes) ? classes : WordClasses.None;
}
