namespace Search.Core.Statements;

/// <summary>Who issued a statement: as printed, and resolved to one canonical issuer however it is printed.</summary>
/// <param name="Name">The canonical name, one per real issuer; the value of the issuer facet.</param>
/// <param name="Office">The office or person, such as <c>Spokesperson</c>.</param>
/// <param name="Organisation">The nearest body, such as <c>Ministry of Foreign Affairs</c> or an institute under it.</param>
/// <param name="Country">ISO 3166 alpha-2 of the country it speaks for.</param>
/// <param name="Printed">Word for word as the page has it.</param>
public sealed record Issuer(string Name, string? Office, string? Organisation, string? Country, string Printed);
