namespace Search.Benchmarks;

/// <summary>Of measured values the one below which a share of them lies.</summary>
internal static class Quantile
{
    /// <param name="values">In any order; at least one.</param>
    /// <param name="share">From 0 to 1: 0.5 for the median, of an even number the lower of the two.</param>
    public static double At(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)(share * (sorted.Length - 1))];
    }
}
