using Search.Archive.Searching;
using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Testing.Generation;

/// <summary>Half of the time no filters; else some of the statements' own values.</summary>
public sealed class FilterGenerator(IReadOnlyList<Statement> statements, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>Apart, so that whether all countries are wanted changes nothing else.</summary>
    private readonly Random _every = new(seed);

    public SearchFilters Next() => _random.Next(2) == 0
        ? SearchFilters.None
        : new SearchFilters
        {
            Country = Countries(),
            Issuer = Filter(FacetName.Issuer),
            Source = Filter(FacetName.Source),
            Language = Filter(FacetName.Language),
            From = _random.Next(4) == 0 ? statements[_random.Next(statements.Count)].Issued?.Last : null,
            To = _random.Next(4) == 0 ? statements[_random.Next(statements.Count)].Issued?.First : null,
            CountryKinds = _random.Next(3) == 0 ? MentionKinds.All : MentionKinds.Default,
        };

    /// <summary>As failures print them.</summary>
    public static string Describe(SearchFilters filters)
    {
        var facets = Enum.GetValues<FacetName>().Where(facet => !filters[facet].IsUnrestricted)
            .Select(facet => $"{facet} +[{string.Join(filters[facet].All ? '&' : '|', filters[facet].Included)}]"
                + $" -[{string.Join('|', filters[facet].Excluded)}]");
        return $"{{ {string.Join("; ", facets)}; {filters.From:yyyy-MM-dd}..{filters.To:yyyy-MM-dd}; {filters.CountryKinds} }}";
    }

    private FacetFilter Countries()
    {
        var filter = Filter(FacetName.Country);
        return filter.IsUnrestricted || _every.Next(2) == 0 ? filter : EveryCountry();
    }

    /// <summary>Several that one statement names, so that there is something to find.</summary>
    private FacetFilter EveryCountry()
    {
        var named = FacetValues.Of(statements[_every.Next(statements.Count)], FacetName.Country, MentionKinds.Default);
        return new FacetFilter([.. named.Take(1 + _every.Next(2))], []) { All = true };
    }

    private FacetFilter Filter(FacetName facet) => _random.Next(8) switch
    {
        0 => new FacetFilter([Value(facet), Value(facet)], []),
        1 => new FacetFilter([], [Value(facet)]),
        _ => FacetFilter.Unrestricted,
    };

    private string? Value(FacetName facet) =>
        FacetValues.Of(statements[_random.Next(statements.Count)], facet, MentionKinds.All) is [var value, ..] ? value : null;
}
