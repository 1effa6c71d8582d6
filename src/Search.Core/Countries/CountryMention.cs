namespace Search.Core.Countries;

/// <summary>One place in a statement's title or body that names a country.</summary>
/// <param name="Code">ISO 3166 alpha-2; user-assigned codes where ISO has none (XK for Kosovo).</param>
/// <param name="Field">Which text the offsets are of.</param>
/// <param name="Start">UTF-16 units from the start of that text.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Kind">How the country is named.</param>
public readonly record struct CountryMention(string Code, MentionField Field, int Start, int Length, MentionKind Kind);

public enum MentionField
{
    Title,
    Body,
}

/// <summary>How a mention names its country; every mention has one kind.</summary>
public enum MentionKind
{
    /// <summary>Official, short or historical name, or an alias: Japan, Burma.</summary>
    Name,

    /// <summary>US, DPRK, ROK.</summary>
    Abbreviation,

    /// <summary>Demonym or adjective: Japanese, Ukrainian.</summary>
    Demonym,

    /// <summary>Inside another proper name: the Bank of Japan.</summary>
    InsideName,

    /// <summary>A capital that stands for its government: Washington said.</summary>
    Capital,

    /// <summary>A part of a country that texts treat as one: England, Scotland.</summary>
    Part,
}

/// <summary>A set of <see cref="MentionKind"/>, as the parameter <c>countryKinds</c> takes it.</summary>
[Flags]
public enum MentionKinds
{
    None = 0,
    Name = 1 << MentionKind.Name,
    Abbreviation = 1 << MentionKind.Abbreviation,
    Demonym = 1 << MentionKind.Demonym,
    InsideName = 1 << MentionKind.InsideName,
    Capital = 1 << MentionKind.Capital,
    Part = 1 << MentionKind.Part,

    /// <summary>What the country facet counts unless told otherwise.</summary>
    Default = Name | Abbreviation | Demonym | InsideName,
    All = Default | Part | Capital,
}
