using Search.Archive.Searching;

namespace Search.Web.Api;

/// <summary>Tells an orchestrator yes or no, and strangers nothing else.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(3);

    public static void MapHealthEndpoints(this IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("/health").ExcludeFromDescription().DisableRateLimiting();
        health.MapGet("/live", () => TypedResults.Text("yes"));
        health.MapGet("/ready", IsReadyAsync);
    }

    private static async Task<IResult> IsReadyAsync(ISearchEngine engine, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(s_patience);
        try
        {
            await engine.StatusAsync(patience.Token);
            return TypedResults.Text("yes");
        }
        catch (Exception exception) when (exception is EngineUnavailableException or OperationCanceledException)
        {
            return TypedResults.Text("no", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
