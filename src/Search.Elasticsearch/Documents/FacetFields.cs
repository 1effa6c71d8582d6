using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Elasticsearch.Documents;

/// <summary>Where a facet's values lie.</summary>
internal static class FacetFields
{
    /// <summary>
    /// Stands in the list of countries where it would be empty: counted with the countries, statements that name none cost no search
    /// for what is missing.
    /// </summary>
    public const string NoCountry = "-";

    public static string Of(FacetName facet) => facet switch
    {
        FacetName.Issuer => Fields.IssuerName,
        FacetName.Country => Fields.Countries,
        FacetName.Source => Fields.Source,
        FacetName.Kind => Fields.Kind,
        FacetName.Language => Fields.Language,
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    /// <summary>
    /// Where a facet's values are counted: issuers by their paths, which tell names and groups at once, and countries perhaps by
    /// masks.
    /// </summary>
    public static string Counted(FacetName facet, MentionKinds countryKinds) => facet switch
    {
        FacetName.Issuer => Fields.IssuerPath,
        _ when CountsMasks(facet, countryKinds) => Fields.CountryMasks,
        _ => Of(facet),
    };

    /// <summary>Whether statements without a value are counted among the values.</summary>
    public static bool CountsNone(FacetName facet, MentionKinds countryKinds) =>
        facet == FacetName.Country && !CountsMasks(facet, countryKinds);

    /// <summary>The list of countries is that of the usual kinds of mention; any other choice is counted by masks.</summary>
    public static bool CountsMasks(FacetName facet, MentionKinds countryKinds) =>
        facet == FacetName.Country && countryKinds != MentionKinds.Default;
}
