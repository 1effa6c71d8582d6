using Microsoft.AspNetCore.Http.HttpResults;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Web.Problems;

namespace Search.Web.Api;

internal static class FacetEndpoints
{
    public static void MapFacetEndpoints(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/facets/{name}", GetAsync)
            .WithTags("Facets")
            .WithName("getFacet")
            .WithSummary("List a facet's values")
            .WithDescription(
                "Values of issuer, country, source, kind or language under a search, most frequent first. "
                + "Counts follow the query and every other filter.")
            .Takes(SearchParameters.Facet)
            .Problems(ProblemTypes.NotFound);

    private static async Task<Results<Ok<FacetPageResponse>, ProblemHttpResult>> GetAsync(
        string name, HttpRequest request, SearchService service, CancellationToken cancellationToken)
    {
        if (!FacetNames.TryParse(name, out var facet))
        {
            return ProblemDocument.NotFound($"'{name}' is none of the facets {string.Join(", ", FacetNames.Values)}.").ToResult();
        }

        return SearchCallReader.TryReadFacet(facet, request.Parameters(), service.Today, out var call, out var fault)
            ? TypedResults.Ok(await service.FacetAsync(call, cancellationToken))
            : ProblemDocument.From(fault).ToResult();
    }
}
