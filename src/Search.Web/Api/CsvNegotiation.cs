using Microsoft.Net.Http.Headers;

namespace Search.Web.Api;

/// <summary>Whether an answer is to be CSV: the parameter says it, or else the header.</summary>
internal static class CsvNegotiation
{
    public const string MediaType = "text/csv";

    public const string ContentType = "text/csv; charset=utf-8";

    /// <param name="format">The parameter's value; null where it was not given.</param>
    public static bool WantsCsv(this HttpRequest request, string? format)
    {
        request.HttpContext.Response.Headers.Vary = HeaderNames.Accept;
        return format is null ? PrefersCsv(request) : format == "csv";
    }

    /// <summary>Before JSON; whoever takes anything gets JSON.</summary>
    private static bool PrefersCsv(HttpRequest request) => request.GetTypedHeaders().Accept
        .Where(type => (type.Quality ?? 1) > 0)
        .OrderByDescending(type => type.Quality ?? 1)
        .Select(type => type.MediaType.Value)
        .FirstOrDefault(type => type is MediaType or "application/json" or ExportEndpoints.JsonLines or "*/*") == MediaType;
}
