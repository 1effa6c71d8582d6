using Search.Core.Countries;

namespace Search.Reading.Issuers;

internal static class IssuerResolver
{
    public static bool IsOrganisation(string name) => name.Contains("Ministry", StringComparison.OrdinalIgnoreCase);

    public static string? CountryOf(string? name) => name is null ? null : CountryMatcher.Default.Find(string.Empty, name).Select(mention => mention.Code).FirstOrDefault();
}
