using System.Diagnostics;

namespace Search.Benchmarks.Serving;

/// <param name="Status">The HTTP status; 0 where the connection was lost.</param>
internal readonly record struct LoadAnswer(int Status, double Milliseconds);

/// <summary>Somebody who asks one thing after another and comes back when told to.</summary>
internal sealed class LoadReader(HttpClient client, string[] queries, int seed)
{
    private static readonly TimeSpan s_betweenProbes = TimeSpan.FromMilliseconds(50);

    private readonly Random _random = new(seed);
    private readonly List<LoadAnswer> _answers = [];

    public IReadOnlyList<LoadAnswer> Answers => _answers;

    public static string PathOf(string query) => $"/api/v1/statements?q={Uri.EscapeDataString(query)}";

    public async Task SearchUntilAsync(long end)
    {
        while (Stopwatch.GetTimestamp() < end)
        {
            await Task.Delay(await AskAsync(PathOf(queries[_random.Next(queries.Length)])));
        }
    }

    public async Task ProbeUntilAsync(long end)
    {
        while (Stopwatch.GetTimestamp() < end)
        {
            await AskAsync("/health/live");
            await Task.Delay(s_betweenProbes);
        }
    }

    /// <returns>How long the host wants to be left alone.</returns>
    private async Task<TimeSpan> AskAsync(string path)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await client.GetAsync(path);
            _answers.Add(new LoadAnswer((int)response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            return response.Headers.RetryAfter?.Delta ?? TimeSpan.Zero;
        }
        catch (HttpRequestException)
        {
            _answers.Add(new LoadAnswer(0, Stopwatch.GetElapsedTime(started).TotalMilliseconds));
            return TimeSpan.FromSeconds(1);
        }
    }
}
