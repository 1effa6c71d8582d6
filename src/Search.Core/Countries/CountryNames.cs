namespace Search.Core.Countries;

/// <summary>Codes and names of countries as people read them.</summary>
public static class CountryNames
{
    /// <summary>The English short name for an ISO 3166 alpha-2 code; the code itself when it is unknown.</summary>
    public static string NameOf(string code) => throw new NotSupportedException(code);

    /// <summary>The code for a code, name, alias or abbreviation, whatever its case; false when it is none.</summary>
    public static bool TryResolve(string text, out string code) => throw new NotSupportedException(text);
}
