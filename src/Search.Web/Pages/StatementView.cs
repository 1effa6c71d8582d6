using Search.Service.Responses;

namespace Search.Web.Pages;

/// <summary>Everything that the page of a statement shows.</summary>
/// <param name="Url">The search that the reader came from.</param>
public sealed record StatementView(
    SearchUrl Url, string Query, StatementResponse Statement, IReadOnlyList<VersionResponse> Versions, bool ShowCountries, string Address)
{
    /// <summary>
    /// In words, for a footnote: issuer as printed, title, date, source, when the page was taken, and where it can be read. The address
    /// comes last and nothing after it, so that it can be followed; each part may run in another direction.
    /// </summary>
    public IEnumerable<(string Part, bool IsLast)> Citation
    {
        get
        {
            string[] parts =
            [
                .. new[]
                {
                    Statement.Issuer?.Printed,
                    $"“{Statement.Title}”",
                    Wording.Date(Statement.Issued),
                    Statement.Source,
                    Statement.Captured is { } captured ? $"captured {Wording.Day(DateOnly.FromDateTime(captured.UtcDateTime))}" : null,
                    Statement.Url ?? Address,
                }.OfType<string>(),
            ];
            return parts.Select((part, index) => (part, index == parts.Length - 1));
        }
    }
}
