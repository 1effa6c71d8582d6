using Search.Core.Countries;

namespace Search.Core.Statements;

/// <summary>The values that a statement has of a facet.</summary>
public static class FacetValues
{
    /// <summary>Distinct values in no order that means anything; empty when the statement has none.</summary>
    /// <param name="countryKinds">Which kinds of mention make a statement one that names a country.</param>
    public static IReadOnlyList<string> Of(Statement statement, FacetName facet, MentionKinds countryKinds) => facet switch
    {
        FacetName.Issuer => Single(statement.Issuer?.Name),
        FacetName.Country => [.. statement.Countries
            .Where(mention => (countryKinds & (MentionKinds)(1 << (int)mention.Kind)) != MentionKinds.None)
            .Select(mention => mention.Code)
            .Distinct()],
        FacetName.Source => Single(statement.Source),
        FacetName.Kind => Single(statement.Kind.ToValue()),
        FacetName.Language => Single(statement.Language),
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    private static string[] Single(string? value) => value is null ? [] : [value];
}
