namespace Search.Service.Responses;

// The JSON of trends. Scripts outside the project read these names: they may be added to, not changed.

/// <summary>How often each of several things was said over time.</summary>
/// <param name="Interval">day, week, month or year; weeks begin on Monday.</param>
/// <param name="Series">For each query in the order asked, all with the same buckets.</param>
/// <param name="TookMs">Milliseconds the answer took.</param>
public sealed record TrendsResponse(string Interval, IReadOnlyList<TrendSeriesResponse> Series, int TookMs);

/// <param name="Query">As typed.</param>
/// <param name="Explained">What it means, in plain words.</param>
/// <param name="Total">Statements that match: those of all buckets, undated and less exact ones.</param>
/// <param name="Undated">Those that bear no date.</param>
/// <param name="LessExact">Those that bear a month or year only, where buckets are shorter.</param>
/// <param name="First">The first statement that matches.</param>
/// <param name="Last">The last.</param>
/// <param name="Buckets">In the order of time, empty ones included.</param>
public sealed record TrendSeriesResponse(
    string Query,
    string Explained,
    long Total,
    long Undated,
    long LessExact,
    ReferenceResponse? First,
    ReferenceResponse? Last,
    IReadOnlyList<TrendBucketResponse> Buckets);

/// <param name="From">First day, inclusive, within the range asked for.</param>
/// <param name="To">Last day, inclusive.</param>
/// <param name="Count">Statements that match.</param>
/// <param name="Total">All statements under the same filters.</param>
/// <param name="Share">Of the total; null where that is 0.</param>
public sealed record TrendBucketResponse(DateOnly From, DateOnly To, long Count, long Total, double? Share);
