using Search.Reading.Files;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Search.Reading.Pdf;

/// <summary>A page's lines in the order in which they are read, column by column.</summary>
/// <param name="Lines">In reading order.</param>
/// <param name="Sideways">Letters that run in another direction than from side to side, and are not read.</param>
/// <param name="HasImage">Whether there is a picture on the page.</param>
/// <param name="Unknown">Letters whose font does not say which characters they are.</param>
internal sealed record PdfPageLines(IReadOnlyList<PdfLine> Lines, int Sideways, bool HasImage, int Unknown)
{
    /// <summary>A block narrower than this share of the page is no column: list marks, cells of a table.</summary>
    private const double NarrowestColumn = 0.3;

    /// <summary>A gap between columns, in mean widths of letters: justified lines have wider ones between words than the default.</summary>
    private const double ColumnGap = 2.5;

    public int Letters => Lines.Sum(line => line.Letters);

    public static PdfPageLines Of(Page page)
    {
        var box = page.CropBox.Bounds;
        var seen = page.Letters.Where(letter => letter.BoundingBox.Centroid is var at
            && at.X >= box.Left && at.X <= box.Right && at.Y >= box.Bottom && at.Y <= box.Top).ToList();
        var letters = DuplicateOverlappingTextProcessor.Get(seen.Where(IsUpright));
        var words = Words(letters);
        if (words.Count > PdfLimits.PageWords)
        {
            throw new RecordTooCostlyException($"Page {page.Number} of the PDF has more than {PdfLimits.PageWords} words.");
        }

        return new PdfPageLines(
            Blocks(words, page).SelectMany((block, index) => Baselines.Lines(block).Select(line => PdfLine.Of(line, page, index))).ToList(),
            seen.Count(letter => !IsUpright(letter)),
            page.NumberOfImages > 0,
            seen.Count(IsUnknown));
    }

    private static bool IsUpright(Letter letter) => letter.TextOrientation == TextOrientation.Horizontal;

    private static bool IsUnknown(Letter letter) =>
        letter.Value is { Length: > 0 } value && (value[0] is '\uFFFD' or >= '\uE000' and <= '\uF8FF' || char.IsControl(value[0]));

    private static List<Word> Words(IReadOnlyList<Letter> letters)
    {
        var options = new NearestNeighbourWordExtractor.NearestNeighbourWordExtractorOptions { MaxDegreeOfParallelism = 1 };
        return [.. new NearestNeighbourWordExtractor(options).GetWords(letters).Where(word => !string.IsNullOrWhiteSpace(word.Text))];
    }

    private static IEnumerable<IEnumerable<Word>> Blocks(List<Word> words, Page page)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var blocks = new RecursiveXYCut(new RecursiveXYCut.RecursiveXYCutOptions
        {
            MinimumWidth = NarrowestColumn * page.Width,
            DominantFontWidthFunc = letters => letters.Average(letter => letter.BoundingBox.Width) * ColumnGap,
            MaxDegreeOfParallelism = 1,
        }).GetBlocks(words);
        return (blocks.Count > PdfLimits.OrderedBlocks
                ? blocks.OrderByDescending(block => block.BoundingBox.Top)
                : UnsupervisedReadingOrderDetector.Instance.Get(blocks).OrderBy(block => block.ReadingOrder))
            .Select(block => block.TextLines.SelectMany(line => line.Words));
    }
}
