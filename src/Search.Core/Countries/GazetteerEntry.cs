namespace Search.Core.Countries;

/// <summary>One line of the gazetteer: names that mean the same in the same way.</summary>
/// <param name="Codes">More than one where countries share the names; the first is meant unless the text decides otherwise.</param>
internal sealed record GazetteerEntry(string[] Codes, EntryRole Role, string Language, EntryFlags Flags, string[] Names);

/// <summary>What a name of the gazetteer is.</summary>
internal enum EntryRole
{
    Name,
    Abbreviation,
    Demonym,
    Inside,
    Capital,
    Part,

    /// <summary>Contains a country's name and names none: New Mexico.</summary>
    Not,

    /// <summary>Speaks for its country where a contested or shared name must be decided.</summary>
    For,

    /// <summary>Speaks against its country there.</summary>
    Against,

    /// <summary>A given name: what follows it is a surname.</summary>
    FirstName,
}

/// <summary>What must be looked at before a name counts.</summary>
[Flags]
internal enum EntryFlags
{
    None = 0,

    /// <summary>Also a given name or a surname.</summary>
    Given = 1,

    /// <summary>Also a language.</summary>
    Language = 2,

    /// <summary>Counts only where the country is named otherwise as well.</summary>
    Backed = 4,

    /// <summary>Counts unless the rest of the text speaks against it.</summary>
    Contested = 8,

    /// <summary>A name of the past.</summary>
    Historical = 16,

    /// <summary>Counts only with the accents as written here.</summary>
    Exact = 32,
}
