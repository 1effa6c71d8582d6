namespace Search.Service.Requests;

/// <summary>How long the buckets of a trend are; weeks begin on Monday.</summary>
public enum TrendInterval
{
    Day,
    Week,
    Month,
    Year,
}
