using Search.Reading.Files;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Outline.Destinations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace Search.Reading.Pdf;

/// <summary>
/// Goes through a page's instructions without keeping anything, and refuses the page when it has more of them than any honest one:
/// forms may draw each other ten times each, twelve deep.
/// </summary>
internal sealed class PageCost : BaseStreamProcessor<PageCost>
{
    private const int MostOperations = 1_000_000;
    private const int MostForms = 20_000;
    private const int MostStates = 1_000;
    private readonly int _page;
    private int _operations;
    private int _forms;
    private int _letters;

    private PageCost(
        int page, IResourceStore resources, IPdfTokenScanner scanner, IPageContentParser parser, ILookupFilterProvider filters,
        PageFrame frame, ParsingOptions options)
        : base(page, resources, scanner, parser, filters, frame.CropBox, frame.Unit, frame.Rotation, frame.Matrix, options) => _page = page;

    /// <exception cref="RecordTooCostlyException">The page has too much of anything.</exception>
    public override PageCost Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        ProcessOperations(operations);
        return this;
    }

    public override void PushState()
    {
        base.PushState();
        Bound(StackSize, MostStates, "states inside one another");
    }

    public override void RenderGlyph(
        IFont font, CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in TransformationMatrix renderingMatrix, in TransformationMatrix textMatrix, in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox) => Bound(++_letters, PdfLimits.PageLetters, "letters");

    public override void BeginSubpath()
    {
    }

    public override PdfPoint? CloseSubpath() => null;

    public override void StrokePath(bool close)
    {
    }

    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    public override void MoveTo(double x, double y)
    {
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    public override void LineTo(double x, double y)
    {
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    public override void EndPath()
    {
    }

    public override void ClosePath()
    {
    }

    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
    }

    public override void EndMarkedContent()
    {
    }

    public override void PaintShading(NameToken shadingName)
    {
    }

    protected override void ProcessOperations(IReadOnlyList<IGraphicsStateOperation> operations)
    {
        Bound(_operations += operations.Count, MostOperations, "instructions");
        base.ProcessOperations(operations);
    }

    protected override void ProcessFormXObject(StreamToken formStream, NameToken xObjectName)
    {
        Bound(++_forms, MostForms, "forms");
        base.ProcessFormXObject(formStream, xObjectName);
    }

    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
    }

    protected override void RenderInlineImage(InlineImage inlineImage)
    {
    }

    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    private void Bound(int count, int limit, string what)
    {
        if (count > limit)
        {
            throw new RecordTooCostlyException($"Page {_page} of the PDF has more than {limit} {what}.");
        }
    }

    private sealed record PageFrame(CropBox CropBox, UserSpaceUnit Unit, PageRotationDegrees Rotation, TransformationMatrix Matrix);

    /// <summary>Makes it for a page of a document; the library calls the constructor by its parameters.</summary>
    public sealed class Factory(
        IPdfTokenScanner pdfScanner, IResourceStore resourceStore, ILookupFilterProvider filterProvider,
        IPageContentParser pageContentParser, ParsingOptions parsingOptions)
        : BasePageFactory<PageCost>(pdfScanner, resourceStore, filterProvider, pageContentParser, parsingOptions)
    {
        protected override PageCost ProcessPage(
            int pageNumber, DictionaryToken dictionary, NamedDestinations namedDestinations, MediaBox mediaBox, CropBox cropBox,
            UserSpaceUnit userSpaceUnit, PageRotationDegrees rotation, TransformationMatrix initialMatrix,
            IReadOnlyList<IGraphicsStateOperation> operations) =>
            new PageCost(
                pageNumber, ResourceStore, PdfScanner, PageContentParser, FilterProvider,
                new PageFrame(cropBox, userSpaceUnit, rotation, initialMatrix), ParsingOptions).Process(pageNumber, operations);
    }
}
