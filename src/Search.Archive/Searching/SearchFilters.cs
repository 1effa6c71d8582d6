using Search.Core;
using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Archive.Searching;

/// <summary>What one facet's values are narrowed to. A value null stands for statements that have none.</summary>
/// <param name="Included">Any one of these, unless empty; with <see cref="All"/> every one.</param>
/// <param name="Excluded">None of these.</param>
public sealed record FacetFilter(EquatableList<string?> Included, EquatableList<string?> Excluded)
{
    public static FacetFilter Unrestricted { get; } = new([], []);

    /// <summary>Every one of those included instead of any: of countries, the only facet of which a statement may have several.</summary>
    public bool All { get; init; }

    public bool IsUnrestricted => Included.Count == 0 && Excluded.Count == 0;

    /// <summary>
    /// The values of the facet that are chosen or excluded, which it shows whatever their counts; groups of issuers are none.
    /// </summary>
    public IEnumerable<string> ValuesOf(FacetName facet) => Included.Concat(Excluded).OfType<string>()
        .Where(value => facet != FacetName.Issuer || !IssuerGroups.IsGroup(value)).Distinct(StringComparer.Ordinal);
}

/// <summary>The filters beside the query: every facet's and the range of dates.</summary>
public sealed record SearchFilters
{
    public static SearchFilters None { get; } = new();

    /// <summary>Values are issuers' names or <see cref="IssuerGroups"/>.</summary>
    public FacetFilter Issuer { get; init; } = FacetFilter.Unrestricted;

    public FacetFilter Country { get; init; } = FacetFilter.Unrestricted;

    public FacetFilter Source { get; init; } = FacetFilter.Unrestricted;

    public FacetFilter Kind { get; init; } = FacetFilter.Unrestricted;

    public FacetFilter Language { get; init; } = FacetFilter.Unrestricted;

    /// <summary>First day, inclusive. With any bound, undated statements do not match.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How and when the archive got statements.</summary>
    public CaptureFilter Captures { get; init; } = CaptureFilter.None;

    /// <summary>Which kinds of mention make a statement one that names a country.</summary>
    public MentionKinds CountryKinds { get; init; } = MentionKinds.Default;

    public FacetFilter this[FacetName facet] => facet switch
    {
        FacetName.Issuer => Issuer,
        FacetName.Country => Country,
        FacetName.Source => Source,
        FacetName.Kind => Kind,
        FacetName.Language => Language,
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };
}
