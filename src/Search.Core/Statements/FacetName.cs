namespace Search.Core.Statements;

/// <summary>The facets of a search. A facet's name in URLs and JSON is its lower-case name here.</summary>
public enum FacetName
{
    /// <summary>Values are canonical issuer names.</summary>
    Issuer,

    /// <summary>Values are ISO 3166 alpha-2 codes; a statement may have several.</summary>
    Country,

    /// <summary>Values are source names.</summary>
    Source,

    /// <summary>Values are those of <see cref="StatementKinds"/>.</summary>
    Kind,

    /// <summary>Values are BCP 47 tags.</summary>
    Language,
}
