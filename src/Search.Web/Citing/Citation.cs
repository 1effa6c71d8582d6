using Search.Core.Statements;
using Search.Service.Responses;

namespace Search.Web.Citing;

/// <summary>What a statement is cited by, taken from it as it is.</summary>
/// <param name="Id">The statement's.</param>
/// <param name="Title">Plain text, on one line.</param>
/// <param name="Author">Who issued it, as printed; null when unknown.</param>
/// <param name="Issued">As exactly as it is known.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Url">Where it was published; null when unknown.</param>
/// <param name="Captured">The day on which the page was taken.</param>
/// <param name="Address">Where it is in this archive.</param>
/// <param name="Version">Which of its versions is cited.</param>
/// <param name="Versions">Of how many.</param>
public sealed record Citation(
    string Id,
    string Title,
    string? Author,
    IssueDate? Issued,
    string Source,
    string? Language,
    string? Url,
    DateOnly? Captured,
    string Address,
    int Version,
    int Versions)
{
    public static Citation Of(StatementResponse statement, string address) => new(
        statement.Id,
        OneLine(statement.Title),
        statement.Issuer is { } issuer ? OneLine(issuer.Printed) : null,
        statement.Issued,
        OneLine(statement.Source),
        statement.Language,
        statement.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri.AbsoluteUri
            : null,
        statement.Captured is { } captured ? DateOnly.FromDateTime(captured.UtcDateTime) : null,
        address,
        statement.Versions + 1,
        statement.Versions + 1);

    /// <summary>Such as <c>2030-01-05</c>, <c>2030-01</c> or <c>2030</c>, in its parts; none when undated.</summary>
    public IReadOnlyList<string> DateParts => Issued is { } issued ? issued.ToString().Split('-') : [];

    /// <summary>What no format has a field for; null when there is nothing.</summary>
    public string? VersionNote => Versions > 1 ? $"Version {Version} of {Versions}: the text was changed." : null;

    /// <summary>Both formats end a record at a line's end; signs that steer a printer or a terminal belong in none.</summary>
    private static string OneLine(string text) => string.Join(
        ' ',
        string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
