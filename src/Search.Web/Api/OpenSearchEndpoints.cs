using System.Xml.Linq;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Search.Web.Api;

/// <summary>How browsers add this search to theirs (OpenSearch 1.1).</summary>
internal static class OpenSearchEndpoints
{
    public const string Path = "/opensearch.xml";

    public const string MediaType = "application/opensearchdescription+xml";

    private static readonly XNamespace s_openSearch = "http://a9.com/-/spec/opensearch/1.1/";

    public static void MapOpenSearchEndpoint(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, Describe).ExcludeFromDescription().DisableRateLimiting();

    private static ContentHttpResult Describe(HttpRequest request)
    {
        var site = request.Site();
        var description = new XElement(
            s_openSearch + "OpenSearchDescription",
            new XElement(s_openSearch + "ShortName", "Search"),
            new XElement(s_openSearch + "Description", "Official statements, word for word"),
            new XElement(s_openSearch + "InputEncoding", "UTF-8"),
            Address("text/html", $"{site}/?q={{searchTerms}}"),
            Address("application/atom+xml", $"{site}{FeedEndpoints.Path}?q={{searchTerms}}"),
            Address("application/json", $"{site}/api/v1/statements?q={{searchTerms}}"));
        return TypedResults.Content($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{description}", $"{MediaType}; charset=utf-8");
    }

    private static XElement Address(string type, string template) =>
        new(s_openSearch + "Url", new XAttribute("type", type), new XAttribute("template", template));
}
