namespace Search.Service.Responses;

/// <summary>Values of one facet under a search.</summary>
/// <param name="Name">The parameter that narrows by it.</param>
/// <param name="Values">Most frequent first.</param>
/// <param name="Other">How many more values there are after these.</param>
/// <param name="Missing">Hits without any value.</param>
/// <param name="Next">The next page's cursor; null on the last page.</param>
public sealed record FacetPageResponse(string Name, IReadOnlyList<FacetValueResponse> Values, long Other, long Missing, string? Next);
