namespace Search.Core.Countries;

/// <summary>One line of the gazetteer: names that mean the same in the same way.</summary>
/// <param name="Codes">More than one where countries share the names; the first is meant unless the text decides otherwise.</param>
internal sealed record GazetteerEntry(string[] Codes, EntryRole Role, string Language, EntryFlags Flags, string[] Names);

/// <summary>What a name of the gazetteer is. Those up to <see cref="Part"/> name countries.</summary>
internal enum EntryRole
{
    Name,
    Abbreviation,
    Demonym,

    /// <summary>Another proper name that has a country's in it: Bank of Korea.</summary>
    Inside,
    Capital,
    Part,

    /// <summary>Contains a country's name and names none: New Mexico. With a code it speaks against that country too.</summary>
    Not,

    /// <summary>Speaks for its country where a contested or shared name must be decided.</summary>
    For,

    /// <summary>Speaks against its country there.</summary>
    Against,

    /// <summary>A state or province; a name before it, with a comma, is a town there: Lebanon, Ohio.</summary>
    Region,

    /// <summary>Words that rules look for beside a name; the language column says of which class.</summary>
    Words,

    /// <summary>Letters by which the language of a text is told.</summary>
    Letters,
}

/// <summary>What must be looked at before a name counts.</summary>
[Flags]
internal enum EntryFlags
{
    None = 0,

    /// <summary>Also a given name: Jordan.</summary>
    Given = 1,

    /// <summary>Also a surname: Holland.</summary>
    Surname = 2,

    /// <summary>Also a language.</summary>
    Language = 4,

    /// <summary>Counts only where the country is named otherwise as well.</summary>
    Backed = 8,

    /// <summary>Counts unless the rest of the text speaks against it.</summary>
    Contested = 16,

    /// <summary>A name of the past.</summary>
    Historical = 32,

    /// <summary>Counts only with the accents as written here.</summary>
    Exact = 64,

    /// <summary>A combining form: counts before a hyphen and another country: Sino-Russian.</summary>
    Prefix = 128,

    /// <summary>Counts only in a text of its own language, where it is no common word of another.</summary>
    Local = 256,

    /// <summary>A stem; up to four letters may follow.</summary>
    Stem = 512,

    /// <summary>Also a place in the United States: the names of states speak against it.</summary>
    State = 1024,

    /// <summary>Counts only where its word ends with it, or goes on with a particle.</summary>
    Bound = 2048,
}
