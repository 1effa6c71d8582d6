using System.Globalization;
using Search.Reading.Files;
using Search.Reading.Pages;
using UglyToad.PdfPig;

namespace Search.Reading.Pdf;

/// <summary>The text of a PDF with what there is to say of it.</summary>
internal sealed record PdfText
{
    public required int Pages { get; init; }

    /// <summary>Pages that have a picture and no letters.</summary>
    public required int Pictures { get; init; }

    public required int Letters { get; init; }

    /// <summary>Letters that run up, down or upside down.</summary>
    public required int Sideways { get; init; }

    /// <summary>Letters of which nobody knows what characters they are.</summary>
    public required int Unknown { get; init; }

    public required IReadOnlyList<DocumentParagraph> Paragraphs { get; init; }

    public required DocumentFrame Frame { get; init; }

    public IReadOnlyList<string> Explanation => Frame.Explanation;

    public static PdfText Of(PdfDocument document, BoundedFilters filters, CancellationToken cancellationToken)
    {
        if (document.NumberOfPages > PdfLimits.Pages)
        {
            throw new RecordTooCostlyException($"The PDF has {document.NumberOfPages} pages; the limit is {PdfLimits.Pages}.");
        }

        document.AddPageFactory<PageCost, PageCost.Factory>();
        var pages = new List<PdfPageLines>();
        var letters = 0;
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            filters.BeginPage();
            document.GetPage<PageCost>(number);
            filters.BeginPage();
            pages.Add(PdfPageLines.Of(document.GetPage(number)));
            letters += pages[^1].Letters;
            if (letters > PdfLimits.Letters)
            {
                throw new RecordTooCostlyException($"The PDF has more than {PdfLimits.Letters} letters.");
            }
        }

        return Of(pages, document);
    }

    private static PdfText Of(List<PdfPageLines> pages, PdfDocument document)
    {
        var margins = PdfMargins.Of([.. pages.SelectMany(page => page.Lines)], pages.Count);
        var pictures = pages.Index().Where(page => page.Item is { Letters: 0, HasImage: true }).Select(page => page.Index + 1).ToList();
        return new PdfText
        {
            Pages = pages.Count,
            Pictures = pictures.Count,
            Letters = pages.Sum(page => page.Letters),
            Sideways = pages.Sum(page => page.Sideways),
            Unknown = pages.Sum(page => page.Unknown),
            Paragraphs = PdfParagraphs.Of(margins.Lines),
            Frame = new DocumentFrame
            {
                Heads = margins.Heads,
                Title = document.Information.Title,
                Author = document.Information.Author,
                Explanation = [.. margins.Cut, .. Unread(pages, pictures)],
            },
        };
    }

    private static IEnumerable<string> Unread(List<PdfPageLines> pages, List<int> pictures)
    {
        foreach (var number in pictures)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Page {number} is a picture and was not read.");
        }

        foreach (var (index, page) in pages.Index().Where(page => page.Item.Sideways > 0))
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Page {index + 1}: {page.Sideways} letters that do not run from side to side were not read.");
        }
    }
}
