using UglyToad.PdfPig.Content;

namespace Search.Reading.Pdf;

/// <summary>Words to lines by where they stand. A raised figure stands on the line of the words that it overlaps.</summary>
internal static class Baselines
{
    private const double SameLine = 0.4;

    public static double Of(IReadOnlyList<Word> words) =>
        words.Select(Of).Order().ElementAt(words.Count / 2);

    /// <summary>From top to bottom.</summary>
    public static IEnumerable<List<Word>> Lines(IEnumerable<Word> words)
    {
        List<Word> line = [];
        var (baseline, size) = (0.0, 0.0);
        foreach (var word in words.OrderByDescending(Of).ThenByDescending(SizeOf))
        {
            if (line.Count > 0 && baseline - Of(word) > SameLine * Math.Max(size, SizeOf(word)))
            {
                yield return line;
                line = [];
            }

            // The line is where its largest letters stand: they come after a raised figure, which is higher.
            if (line.Count == 0 || SizeOf(word) > size)
            {
                (baseline, size) = (Of(word), SizeOf(word));
            }

            line.Add(word);
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }

    private static double Of(Word word) => word.Letters[0].StartBaseLine.Y;

    private static double SizeOf(Word word) => word.Letters[0].PointSize;
}
