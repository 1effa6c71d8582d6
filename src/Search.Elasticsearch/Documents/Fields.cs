using Search.Archive.Matching;
using Search.Core.Analysis;

namespace Search.Elasticsearch.Documents;

/// <summary>Every name of <c>index-mappings/statements.json</c> that code uses; a test compares the two.</summary>
internal static class Fields
{
    public const string Id = "id";
    public const string SourceId = "sourceId";
    public const string Title = "title";
    public const string TitlePrinted = "titlePrinted";
    public const string Headline = "headline";
    public const string Body = "body";
    public const string BodyPrinted = "bodyPrinted";
    public const string Issued = "issued";
    public const string IssuedPrecision = "issuedPrecision";
    public const string IssuedMonth = "issuedMonth";
    public const string Captured = "captured";
    public const string CapturedDay = "capturedDay";
    public const string Received = "received";
    public const string TextReceived = "textReceived";
    public const string Missing = "missing";
    public const string Issuer = "issuer";
    public const string IssuerName = "issuer.name";
    public const string IssuerOffice = "issuer.office";
    public const string IssuerOrganisation = "issuer.organisation";
    public const string IssuerCountry = "issuer.country";
    public const string IssuerPath = "issuer.path";
    public const string IssuerPrinted = "issuer.printed";
    public const string Kind = "kind";
    public const string Source = "source";
    public const string SourceUrl = "sourceUrl";
    public const string Language = "language";
    public const string Stemmed = "stemmed";
    public const string Countries = "countries";
    public const string CountryMasks = "countryMasks";
    public const string CountryKinds = "countryKinds";
    public const string Mentions = "mentions";
    public const string Prints = "prints";
    public const string ContentHash = "contentHash";
    public const string TextHash = "textHash";
    public const string Sample = "sample";
    public const string VersionCount = "versionCount";
    public const string Versions = "versions";

    /// <summary>Sub-fields of texts: the same words in another form at the same positions.</summary>
    public const string Exact = "exact";
    public const string Verbatim = "verbatim";

    /// <summary>The fields that hold a scope's texts, each in the form in which a term is asked for.</summary>
    public static IReadOnlyList<string> Of(TextScope scope, Likeness likeness) => scope switch
    {
        TextScope.TitleAndBody => [Of(Title, likeness), Of(Body, likeness)],
        TextScope.Title => [Of(Title, likeness)],
        TextScope.Body => [Of(Body, likeness)],
        TextScope.Issuer => [$"{IssuerName}.{Exact}", IssuerPrinted],
        TextScope.Source => [$"{Source}.{Exact}"],
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };

    /// <summary>Of one text, the field with this form of its words. Texts of facets have one form only.</summary>
    public static string Of(string text, Likeness likeness) => text is not (Title or Body) ? text : likeness switch
    {
        Likeness.Stemmed => text,
        Likeness.Exact => $"{text}.{Exact}",
        _ => $"{text}.{Verbatim}",
    };
}
