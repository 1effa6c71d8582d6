using Search.Core.Countries;
using Search.Core.Statements;
using Search.Reading.Issuers;

namespace Search.Reading;

/// <summary>Works out anew what is understood of a statement that was read earlier, from the statement itself.</summary>
public static class StatementRevision
{
    /// <summary>
    /// Countries and issuer as this version understands them. What a page's site told of its issuer is kept where the
    /// printed name does not tell it.
    /// </summary>
    public static Statement Revise(Statement statement) => statement with
    {
        Issuer = statement.Issuer is { } issuer
            ? IssuerResolver.Resolve(issuer.Printed, new IssuerContext(statement.Source, issuer.Organisation, issuer.Country))
            : null,
        Countries = CountryMatcher.Default.Find(statement.Title, statement.Body),
    };
}
