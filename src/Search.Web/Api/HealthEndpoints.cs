namespace Search.Web.Api;

/// <summary>Tells an orchestrator yes or no, and strangers nothing else.</summary>
internal static class HealthEndpoints
{
    public static void MapHealthEndpoints(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").ExcludeFromDescription().DisableRateLimiting();
        health.MapGet("/live", () => TypedResults.Text("yes"));
        health.MapGet("/ready", IsReadyAsync);
    }

    private static async Task<IResult> IsReadyAsync(Readiness readiness, CancellationToken cancellationToken) =>
        await readiness.IsReadyAsync().WaitAsync(cancellationToken)
            ? TypedResults.Text("yes")
            : TypedResults.Text("no", statusCode: StatusCodes.Status503ServiceUnavailable);
}
