using Search.Service.Responses;

namespace Search.Web.Pages;

/// <summary>Everything that the page of a statement shows.</summary>
/// <param name="Url">The search that the reader came from.</param>
public sealed record StatementView(
    SearchUrl Url, string Query, StatementResponse Statement, IReadOnlyList<VersionResponse> Versions, bool ShowCountries, string Address)
{
    /// <summary>In words, for a footnote: issuer, title, day, source, and where it can be read.</summary>
    public string Citation => string.Join(", ", new[]
    {
        Statement.Issuer?.Name,
        $"“{Statement.Title}”",
        Wording.Date(Statement.Issued),
        Statement.Source,
        Statement.Url ?? Address,
    }.OfType<string>()) + ".";
}
