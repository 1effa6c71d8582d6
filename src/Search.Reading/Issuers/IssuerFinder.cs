using Search.Core.Statements;
using Search.Reading.Pages;

namespace Search.Reading.Issuers;

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

        return Named(title, lead) is { } printed ? IssuerResolver.Resolve(printed, context)
            : NativeIssuer.Find(title, lead, context) is { } native ? native
            : draft.PrintedByline is { } byline && IssuerResolver.IsOrganisation(byline) ? IssuerResolver.Resolve(byline, context)
            : (draft.SiteIssuer ?? SourceTable.BodyOf(draft.Source)) is { } site ? IssuerResolver.Resolve(site, context)
            : null;
    }

    /// <summary>The lead has the name in full more often than the title; but only the title names an office that the lead leaves out.</summary>
    private static string? Named(string title, string lead)
    {
        var inLead = IssuerPhrases.InLead(lead);
        return inLead ?? IssuerPhrases.InTitle(title);
    }
}
