using Search.Core.Statements;
using Search.Reading.Files;
using Search.Reading.Issuers;

namespace Search.Reading.Drafts;

/// <summary>
/// Finds who issued a statement. A record's own field is believed; else lead, title and byline are searched in that order, and where
/// they name nobody, the body whose site it is speaks.
/// </summary>
internal static class IssuerFinder
{
    public static Issuer? Find(StatementDraft draft, string title, string lead)
    {
        var context = new IssuerContext(draft.Source, draft.SiteIssuer, draft.SiteCountry);
        if (draft.PrintedIssuer is { } field && !string.IsNullOrWhiteSpace(field))
        {
            return IssuerResolver.Resolve(field.Trim(), context);
        }

        // A line of a person and an office below the title is the signature; one of a body alone may be a section's.
        if (draft.PrintedByline is { Length: <= ReadLimits.IssuerCharacters } byline && PrintedIssuer.Of(byline) is { Office: not null })
        {
            return IssuerResolver.Resolve(byline, context);
        }

        // Whichever it is, it is resolved from its printed words and the context alone, so that it can be resolved anew.
        return Fitting(Named(title, lead), context)
            ?? (NativeIssuer.Find(title, lead, context) is { } named && NameShape.IsName(named)
                ? IssuerResolver.Resolve(named, context) : null)
            ?? (draft.PrintedByline is { } body && IssuerResolver.IsOrganisation(body) && NameShape.IsName(body)
                ? IssuerResolver.Resolve(body, context) : null)
            ?? ((draft.SiteIssuer ?? SourceTable.BodyOf(draft.Source)) is { } site ? IssuerResolver.Resolve(site, context) : null);
    }

    /// <summary>The body that a source is, or publishes for; null when it is none.</summary>
    public static string? BodyOf(string source) => SourceTable.BodyOf(source);

    /// <summary>A ministry's page that opens with what another country's said is still the ministry's.</summary>
    private static Issuer? Fitting(string? printed, IssuerContext context) =>
        printed is not null && NameShape.IsName(printed) && IssuerResolver.Resolve(printed, context) is var issuer
        && (context.Body is null || context.Country is null || issuer.Country is null || issuer.Country == context.Country)
            ? issuer
            : null;

    /// <summary>
    /// The lead has the name in full more often than the title; but only the title names an office that the lead leaves out.
    /// </summary>
    private static string? Named(string title, string lead)
    {
        var inLead = IssuerPhrases.InLead(lead);
        return inLead is not null && NameShape.IsName(inLead) ? inLead : IssuerPhrases.InTitle(title);
    }
}
