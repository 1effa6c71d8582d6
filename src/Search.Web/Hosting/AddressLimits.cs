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
                : RateLimitPartition.GetTokenBucketLimiter(AddressOf(context.Connection.RemoteIpAddress), _ => Bucket(options)));
        }

        limiter.AddPolicy(FrozenEndpoints.Limit, context => options.Enabled
            ? RateLimitPartition.GetTokenBucketLimiter(AddressOf(context.Connection.RemoteIpAddress), _ => FreezeBucket(options))
            : RateLimitPartition.GetNoLimiter(string.Empty));
    }

    private static TokenBucketRateLimiterOptions Bucket(RateLimitOptions options) => new()
    {
        TokenLimit = options.Burst,
        TokensPerPeriod = options.PerSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
    };

    private static TokenBucketRateLimiterOptions FreezeBucket(RateLimitOptions options) => new()
    {
        TokenLimit = options.Freezes,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = TimeSpan.FromMinutes(1),
        QueueLimit = 0,
    };

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
