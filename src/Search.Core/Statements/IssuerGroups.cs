using Search.Core.Countries;

namespace Search.Core.Statements;

/// <summary>
/// What issuers have above them: the country they speak for and the organisation they belong to. A group's value is a path that
/// ends with a slash, <c>KP/</c> or <c>KP/Ministry of Foreign Affairs/</c>, and no issuer's name does: so one parameter takes both.
/// </summary>
public static class IssuerGroups
{
    private const char Separator = '/';

    /// <summary>Stands for a slash inside an organisation's name.</summary>
    private const char Slash = '\u2215';

    /// <summary>
    /// Country, organisation and canonical name, each empty where there is none: every group that the issuer is in begins its path.
    /// </summary>
    public static string PathOf(string name, string? organisation, string? country) =>
        $"{country}{Separator}{organisation?.Replace(Separator, Slash)}{Separator}{name}";

    /// <inheritdoc cref="PathOf(string, string?, string?)"/>
    public static string PathOf(Issuer issuer) => PathOf(issuer.Name, issuer.Organisation, issuer.Country);

    public static string NameIn(string path) => path[NameStart(path)..];

    /// <summary>Where the name begins in a path, behind its second slash.</summary>
    public static int NameStart(ReadOnlySpan<char> path)
    {
        var organisation = path.IndexOf(Separator) + 1;
        return organisation + path[organisation..].IndexOf(Separator) + 1;
    }

    /// <summary>The groups of a path, the country's first; none for an issuer of which neither is known.</summary>
    public static IEnumerable<string> In(string path)
    {
        var (country, organisation) = LengthsIn(path);
        if (country > 0)
        {
            yield return path[..country];
        }

        if (organisation > 0)
        {
            yield return path[..organisation];
        }
    }

    /// <summary>How long the groups of a path are, each from its beginning; 0 for one that is not there.</summary>
    public static (int Country, int Organisation) LengthsIn(ReadOnlySpan<char> path)
    {
        var country = path.IndexOf(Separator) + 1;
        var organisation = country + path[country..].IndexOf(Separator) + 1;
        return (country > 1 ? country : 0, organisation > country + 1 ? organisation : 0);
    }

    /// <summary>Whether a value of the issuer parameter is a group's and not an issuer's.</summary>
    public static bool IsGroup(string? value) => value is { Length: > 1 } && value[^1] == Separator && In(value).LastOrDefault() == value;

    /// <summary>What a filter on issuers may name of a path's issuer: its name and the groups it is in.</summary>
    public static IReadOnlyList<string> ValuesOf(string path) => [NameIn(path), .. In(path)];

    /// <summary>The country's group of an organisation's; null above a country, and above an organisation of no country.</summary>
    public static string? ParentOf(string group) => In(group).First() is var top && top != group ? top : null;

    /// <summary>What people read: the country's or the organisation's name.</summary>
    public static string LabelOf(string group)
    {
        var country = group.IndexOf(Separator, StringComparison.Ordinal);
        return country == group.Length - 1
            ? CountryNames.NameOf(group[..country])
            : group[(country + 1)..^1].Replace(Slash, Separator);
    }
}
