using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Search.Service.Composition;
using Search.Web.Api;
using Search.Web.Problems;

namespace Search.Web.Hosting;

/// <summary>A bucket of requests for each address.</summary>
internal static class AddressLimits
{
    public static void Configure(RateLimiterOptions limiter, IOptions<SearchOptions> search)
    {
        var options = search.Value.RateLimit;
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) => new ValueTask(ProblemWriter.WriteAsync(context.HttpContext, new ProblemDocument(
            ProblemTypes.RateLimited,
            "Wait for the seconds in the header Retry-After.")
        {
            RetryAfter = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1),
        }));
        if (options.Enabled)
        {
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => context.GetEndpoint() is null
                ? RateLimitPartition.GetNoLimiter(string.Empty)
                : Partition(context, options.Burst, options.PerSecond, TimeSpan.FromSeconds(1)));
        }

        limiter.AddPolicy(FrozenEndpoints.Limit, context => options.Enabled
            ? Partition(context, options.Freezes, 1, TimeSpan.FromMinutes(1))
            : RateLimitPartition.GetNoLimiter(string.Empty));
    }

    /// <param name="context">Whose bucket it is.</param>
    /// <param name="burst">What it holds.</param>
    /// <param name="gain">What comes back in each period.</param>
    /// <param name="period">How long a period is.</param>
    private static RateLimitPartition<string> Partition(HttpContext context, int burst, int gain, TimeSpan period) =>
        RateLimitPartition.GetTokenBucketLimiter(AddressOf(context.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
            TokensPerPeriod = gain,
            ReplenishmentPeriod = period,
            QueueLimit = 0,
        });

    /// <summary>Whose requests are counted together: an IPv6 customer has a whole /64.</summary>
    internal static string AddressOf(IPAddress? address)
    {
        if (address is null || address.IsIPv4MappedToIPv6 || address.GetAddressBytes() is not { Length: 16 } bytes)
        {
            return address?.MapToIPv4().ToString() ?? "unknown";
        }

        return Convert.ToHexString(bytes.AsSpan(0, 8)).ToLower(CultureInfo.InvariantCulture);
    }
}
