using Search.Core.Countries;
using Search.Core.Statements;
using Search.Reading.Drafts;
using Search.Reading.Text;

namespace Search.Reading;

/// <summary>Works out anew what is understood of a statement that was read earlier, from the statement itself.</summary>
public static class StatementRevision
{
    /// <summary>
    /// Countries and issuer as this version understands them, by the functions that read the statement and from the same words: what
    /// was read by this version stays as it is.
    /// </summary>
    public static Statement Revise(Statement statement) => statement with
    {
        Issuer = IssuerFinder.Find(Evidence(statement), statement.Title, LeadParagraphs.Of(statement.Body)),
        Countries = CountryMatcher.Default.Find(statement.Title, statement.Body),
    };

    /// <summary>
    /// The printed name, which is kept word for word, stands for wherever it was found. What the page said of its site is not kept; the
    /// issuer's own body and country say it where neither name nor source does.
    /// </summary>
    private static StatementDraft Evidence(Statement statement) => new()
    {
        Source = statement.Source,
        PrintedIssuer = statement.Issuer?.Printed,
        SiteIssuer = IssuerFinder.BodyOf(statement.Source) ?? statement.Issuer?.Organisation,
        SiteCountry = statement.Issuer?.Country,
    };
}
