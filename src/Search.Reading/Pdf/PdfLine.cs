using UglyToad.PdfPig.Content;

namespace Search.Reading.Pdf;

/// <summary>A line of a page. Lengths are in points, from the page's lower left corner.</summary>
internal sealed record PdfLine
{
    private const double SpaceOfWidth = 0.3;

    public required string Text { get; init; }

    /// <summary>From 1.</summary>
    public required int Page { get; init; }

    /// <summary>The block of the page in which it stands, in reading order.</summary>
    public required int Block { get; init; }

    public required double Left { get; init; }

    public required double Right { get; init; }

    public required double Baseline { get; init; }

    /// <summary>Of most of its letters.</summary>
    public required double Size { get; init; }

    public required bool IsBold { get; init; }

    public required bool RunsFromRight { get; init; }

    /// <summary>Height of the page.</summary>
    public required double PageHeight { get; init; }

    public required int Letters { get; init; }

    /// <summary>Width of its first word and the blank behind it: what would have had to fit on the line before.</summary>
    public required double FirstWord { get; init; }

    /// <summary>0 at the lower edge of the page, 1 at the upper.</summary>
    public double Height => Baseline / PageHeight;

    /// <param name="words">Of one line, in any order.</param>
    /// <param name="page">Their page.</param>
    /// <param name="block">Their block.</param>
    public static PdfLine Of(List<Word> words, Page page, int block)
    {
        words.Sort((first, second) => first.BoundingBox.Left.CompareTo(second.BoundingBox.Left));
        var letters = words.SelectMany(word => word.Letters).Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).ToList();
        var values = Values(words);
        var isFromRight = VisualOrder.RunsFromRight(values);
        var first = isFromRight ? words[^1] : words[0];
        var size = letters.GroupBy(letter => Math.Round(letter.PointSize * 2) / 2).MaxBy(group => group.Count())!.Key;
        return new PdfLine
        {
            Text = PresentationForms.ToLetters(VisualOrder.ToLogical(values)),
            Page = page.Number,
            Block = block,
            Left = words.Min(word => word.BoundingBox.Left),
            Right = words.Max(word => word.BoundingBox.Right),
            Baseline = Baselines.Of(words),
            Size = size,
            IsBold = letters.Count(IsBoldLetter) * 2 > letters.Count,
            RunsFromRight = isFromRight,
            PageHeight = page.Height,
            Letters = letters.Count,
            FirstWord = first.BoundingBox.Width + (SpaceOfWidth * size),
        };
    }

    /// <summary>Letters as they stand, with a blank between words.</summary>
    private static List<string> Values(List<Word> words)
    {
        var values = new List<string>();
        foreach (var word in words)
        {
            if (values.Count > 0)
            {
                values.Add(" ");
            }

            values.AddRange(word.Letters.OrderBy(letter => letter.BoundingBox.Left).Select(letter => letter.Value)
                .Where(value => !string.IsNullOrWhiteSpace(value)));
        }

        return values;
    }

    private static bool IsBoldLetter(Letter letter) =>
        letter.FontDetails.IsBold || letter.FontName?.Contains("bold", StringComparison.OrdinalIgnoreCase) == true;
}
