using Search.Service.Requests;
using Search.Web.Problems;

namespace Search.Web.Api;

/// <summary>What an endpoint reads from its query string: documented by it, and used to read it.</summary>
internal sealed record ParameterMetadata(IReadOnlyList<Parameter> Parameters);

internal static class ParameterEndpointExtensions
{
    /// <summary>Documents the parameters that the endpoint reads, and the problem it answers with when one is wrong.</summary>
    public static RouteHandlerBuilder Takes(this RouteHandlerBuilder endpoint, IReadOnlyList<Parameter> parameters) =>
        endpoint.WithMetadata(new ParameterMetadata(parameters)).Problems(ProblemTypes.Validation, ProblemTypes.QuerySyntax);

    /// <summary>Documents problems beside those that every endpoint may answer with.</summary>
    public static RouteHandlerBuilder Problems(this RouteHandlerBuilder endpoint, params ProblemType[] types)
    {
        foreach (var status in types.Select(type => type.Status).Distinct())
        {
            endpoint.ProducesProblem(status);
        }

        return endpoint.WithMetadata(new ProblemMetadata(types));
    }

    /// <summary>Where the service is, as the request found it, without a slash at its end.</summary>
    public static string Site(this HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";

    /// <summary>Names and values in the order of the URL.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Parameters(this HttpRequest request) =>
        request.Query.SelectMany(entry => entry.Value.Select(value => KeyValuePair.Create(entry.Key, value)));
}

/// <summary>Problems that an endpoint may answer with.</summary>
internal sealed record ProblemMetadata(IReadOnlyList<ProblemType> Types);
