using System.Text;
using Search.Reading.Text;

namespace Search.Reading.Issuers;

/// <summary>What a source's name tells: the country it speaks from and, where it is a ministry's own, the body that speaks.</summary>
internal static class SourceTable
{
    private static readonly (string Name, string Country, string Body)[] s_sources =
        [.. EmbeddedTable.Rows("Issuers.sources.txt").Select(line => line.Split('|'))
            .Select(parts => (parts[0], parts[1].Trim(), parts[2].Trim()))];

    public static string? CountryOf(string? source) =>
        source is null ? null
        : Known(source) is { } known ? (known.Country.Length > 0 ? known.Country : null)
        : IssuerResolver.IsOrganisation(source) ? IssuerResolver.CountryOf(source) : null;

    /// <summary>
    /// The source's country for a body that names none: always a ministry's own; an agency also reports other countries' bodies,
    /// so its country is taken only for names that it prints of bodies at home.
    /// </summary>
    public static string? CountryFor(string body, string? source) =>
        CountryOf(source) is { } country
        && (BodyOf(source) is not null || BodyNouns.NamesStateBody(body) || AtHome(body) || IsKnown(body))
            ? country
            : null;

    private static bool IsKnown(string body) =>
        OrganisationTable.Find(body, null) is not null || (!Ascii.IsValid(body) && OrganisationTable.FindIn(NameKey.Of(body)) is not null);

    private static bool AtHome(string body) =>
        body.StartsWith("Korea", StringComparison.Ordinal) || body.EndsWith(" of Korea", StringComparison.Ordinal)
        || body.StartsWith("Central Committee", StringComparison.Ordinal) || body.StartsWith("State ", StringComparison.Ordinal);

    public static string? BodyOf(string? source) =>
        source is null ? null
        : Known(source) is { } known ? (known.Body.Length > 0 ? known.Body : null)
        : IssuerResolver.IsOrganisation(source) ? source : null;

    private static (string Name, string Country, string Body)? Known(string source)
    {
        foreach (var known in s_sources)
        {
            var at = source.IndexOf(known.Name, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && (at == 0 || !char.IsLetter(source[at - 1]))
                && (at + known.Name.Length >= source.Length || !char.IsLetter(source[at + known.Name.Length])))
            {
                return known;
            }
        }

        return null;
    }
}
