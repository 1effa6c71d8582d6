namespace Search.Reading.Pdf;

/// <summary>What the lines of a block have in common.</summary>
/// <param name="Leading">Distance from line to line that most have; without limit where there is one line only.</param>
/// <param name="IsCentred">Its lines begin and end in different places around one middle.</param>
internal sealed record PdfBlock(double Left, double Right, double Leading, bool IsCentred, bool RunsFromRight)
{
    public double Width => Right - Left;

    public static PdfBlock Of(IReadOnlyList<PdfLine> lines)
    {
        var gaps = lines.Zip(lines.Skip(1), (line, next) => line.Baseline - next.Baseline).Where(gap => gap > 0).Order().ToList();
        var (left, right) = (lines.Min(line => line.Left), lines.Max(line => line.Right));
        var size = lines.Max(line => line.Size);
        var middle = (left + right) / 2;
        return new PdfBlock(
            left,
            right,
            gaps.Count == 0 ? double.MaxValue : Typical(gaps, size),
            lines.Count > 1 && lines.All(line => Math.Abs(((line.Left + line.Right) / 2) - middle) < size)
                && lines.Count(line => line.Left - left > size) * 3 >= lines.Count,
            lines.Count(line => line.RunsFromRight) * 2 > lines.Count);
    }

    public bool BeginsWith(PdfBlock other, double tolerance) =>
        Math.Abs(RunsFromRight ? Right - other.Right : Left - other.Left) <= tolerance;

    /// <summary>Where the line begins, from where the block does.</summary>
    public double StartOf(PdfLine line) => RunsFromRight ? Right - line.Right : line.Left - Left;

    public double RoomBehind(PdfLine line) => RunsFromRight ? line.Left - Left : Right - line.Right;

    /// <summary>The smallest one that is not an exception: between paragraphs it is larger, and there may be more of those.</summary>
    private static double Typical(List<double> gaps, double size)
    {
        var likely = gaps.Where(gap => gap > 0.8 * size && gap < 2.5 * size).ToList();
        return likely.Count == 0 ? gaps[0] : likely[likely.Count / 4];
    }
}
