using System.Text.Json.Serialization;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Service.Composition;
using Search.Service.Responses;
using Search.Web.Api;
using Search.Web.Assets;
using Search.Web.OpenApi;
using Search.Web.Pages;
using Search.Web.Pages.Layout;
using Search.Web.Pages.Results;
using Search.Web.Problems;

namespace Search.Web.Hosting;

/// <summary>What the web host is made of, and in which order requests pass through it.</summary>
internal static class SearchWebExtensions
{
    public static void AddSearchWeb(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;

            // A query of any script and far over the limits still gets an answer in words.
            server.Limits.MaxRequestLineSize = 64 * 1024;
            server.Limits.MaxRequestBodySize = 0;
        });
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

        // What ends the start is told once, in a sentence (StartFault) or as the exception that ends the process.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level is LogLevel.Warning or LogLevel.Error);
        StartFault.CheckUrls(builder.Configuration);
        var services = builder.Services;
        services.AddSearch(builder.Configuration);
        services.AddSingleton<ArchiveOverview>();
        services.AddSingleton<HoldingsOverview>();
        services.AddSingleton<Readiness>();
        services.AddHostedService<ArchiveOpening>();
        services.AddHostedService(provider => new QuietCollection(provider.GetRequiredService<TimeProvider>()));
        services.AddProblemDetails();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<SearchOptions>>(ProxyHeaders.Configure);
        services.AddResponseCompression(Compression.Configure);
        services.Configure<BrotliCompressionProviderOptions>(Compression.Configure);
        services.Configure<GzipCompressionProviderOptions>(Compression.Configure);
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<SearchOptions>>(AddressLimits.Configure);
        services.AddOpenApi("v1", OpenApiDescriptions.Configure);
        services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Insert(0, ResponseJson.Default);
            options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
    }

    public static void UseSearchWeb(this WebApplication app)
    {
        app.UseProxyHeaders();
        app.UseHeadRequests();
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = ProblemWriter.WriteExceptionAsync,
            StatusCodeSelector = exception => ProblemDocument.From(exception).Type.Status,
            SuppressDiagnosticsCallback = context =>
                context.Exception is CursorExpiredException or QueryTooCostlyException or BadHttpRequestException,
        });
        app.UseStatusCodePages(ProblemWriter.WriteStatusAsync);
        app.UseRouting();
        app.UseRateLimiter();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapHealthEndpoints();
        app.MapAssetEndpoints();
        app.MapPageEndpoints();
        var api = app.MapGroup("/api/v1")
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapStatementEndpoints();
        api.MapNeighbourEndpoints();
        api.MapFacetEndpoints();
        api.MapCountingEndpoints();
        api.MapLineEndpoints();
        api.MapExportEndpoints();
        api.MapFrozenEndpoints();
        api.MapSuggestionEndpoints();
        app.MapFeedEndpoints();
        app.MapOpenSearchEndpoint();
    }
}
