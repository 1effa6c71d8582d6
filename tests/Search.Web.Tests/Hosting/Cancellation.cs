namespace Search.Web.Tests.Hosting;

/// <summary>Ends what a test waits for when the run is cancelled; used statically everywhere here.</summary>
internal static class Cancellation
{
    public static CancellationToken Token => TestContext.Current.CancellationToken;
}
