using Search.Reading.Files;

namespace Search.Reading.Tests.Documents;

public class DocxReaderTests
{
    private const string First = "The keepers of the northern cape have asked for oil, and the council has answered them.";
    private const string Second = "They thank all for it, and the lamps will burn again.";

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/document2.xml")]
    public async Task ReadAsync_Document_GivesTitleDateIssuerAndParagraphs(string main)
    {
        var file = new DocxFile(
            DocxFile.Paragraph("Ministry of Foreign Affairs") + DocxFile.Paragraph("2 March 2031")
                + DocxFile.Paragraph("Statement on the lamps", "<w:pStyle w:val=\"Titel\"/>") + DocxFile.Paragraph(First)
                + DocxFile.Paragraph("Of oil", "<w:pStyle w:val=\"berschrift1\"/>") + DocxFile.Paragraph(Second),
            main).Add("word/styles.xml", $"<w:styles {DocxFile.Namespace}><w:style w:styleId=\"Titel\"><w:name w:val=\"Title\"/></w:style>"
                + "<w:style w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>");

        var result = Assert.Single(await Reading.AllAsync(file.Pack(), "a.docx", new ReadOptions(Explain: true)));

        Assert.Equal("Statement on the lamps", result.Statement?.Title);
        Assert.Equal([First, "Of oil", Second], result.Statement!.Body.Split("\n\n"));
        Assert.Equal(new DateOnly(2031, 3, 2), result.Statement?.Issued);
        Assert.Equal("Ministry of Foreign Affairs", result.Statement?.Issuer?.Organisation);
        Assert.Contains("Cut before the text: Ministry of Foreign Affairs", result.Explanation);
    }

    [Fact]
    public async Task ReadAsync_RunsChangesAndFields_GiveTheTextAsItIsShown()
    {
        const string Runs = "<w:p><w:r><w:t>The kee</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>pers</w:t></w:r>"
            + "<w:del><w:r><w:delText> never</w:delText>"
            + "</w:r></w:del><w:ins><w:r><w:t xml:space=\"preserve\"> always</w:t></w:r></w:ins>"
            + "<w:r><w:tab/><w:t>ask</w:t><w:br/><w:t>for</w:t>"
            + "<w:instrText> PAGE </w:instrText></w:r><mc:AlternateContent><mc:Choice><w:r><w:t xml:space=\"preserve\"> lamp</w:t></w:r>"
            + "</mc:Choice>"
            + "<mc:Fallback><w:r><w:t>lamp</w:t></w:r></mc:Fallback></mc:AlternateContent>"
            + "<w:r><w:noBreakHyphen/><w:t>oil again.</w:t></w:r></w:p>";

        var file = new DocxFile(DocxFile.Paragraph("On the oil of lamps") + Runs);

        var statement = Assert.Single(await Reading.AllAsync(file.Pack(), "a.docx")).Statement;

        Assert.Equal("The keepers always ask for lamp-oil again.", statement?.Body);
    }

    [Fact]
    public async Task ReadAsync_TablesAndFootnotes_AreRowsAndParagraphsBehindTheText()
    {
        static string Cell(params string[] texts) => $"<w:tc>{string.Concat(texts.Select(text => DocxFile.Paragraph(text)))}</w:tc>";
        var body = DocxFile.Paragraph("On the oil of lamps") + DocxFile.Paragraph(First)
            + $"<w:tbl><w:tr>{Cell("Cape")}{Cell("Barrels")}</w:tr><w:tr>{Cell("North")}{Cell("12")}</w:tr></w:tbl>"
            + $"<w:tbl><w:tr>{Cell(First, Second)}{Cell("Of wicks")}</w:tr></w:tbl>";
        var notes = $"<w:footnotes {DocxFile.Namespace}><w:footnote w:type=\"separator\">{DocxFile.Paragraph("-")}</w:footnote>"
            + $"<w:footnote w:id=\"1\">{DocxFile.Paragraph("See the letter.")}</w:footnote></w:footnotes>";

        var statement = Assert.Single(await Reading.AllAsync(
            new DocxFile(body).Add("word/footnotes.xml", notes).Pack(), "a.docx")).Statement;

        Assert.Equal([First, "Cape Barrels", "North 12", First, Second, "Of wicks", "See the letter."], statement!.Body.Split("\n\n"));
    }

    [Fact]
    public async Task ReadAsync_HeaderOfEveryPage_NamesTheIssuer()
    {
        var file = new DocxFile(DocxFile.Paragraph("Statement on the lamps") + DocxFile.Paragraph(First))
            .Add("word/header1.xml", $"<w:hdr {DocxFile.Namespace}>{DocxFile.Paragraph("Ministry of Foreign Affairs")}</w:hdr>");

        var statement = Assert.Single(await Reading.AllAsync(file.Pack(), "a.docx")).Statement;

        Assert.Equal((First, "Ministry of Foreign Affairs"), (statement?.Body, statement?.Issuer?.Organisation));
    }

    [Theory]
    [InlineData("xl/workbook.xml", "a spreadsheet (XLSX)")]
    [InlineData("ppt/presentation.xml", "a presentation (PPTX)")]
    public async Task ReadAsync_OtherOfficeDocument_IsNamed(string main, string name)
    {
        var fault = Assert.Single(await Reading.AllAsync(new DocxFile(string.Empty, main).Pack(), "a.docx")).Fault;

        Assert.Equal((ReadFaultKind.Unsupported, $"The file is {name}, which is not read."), (fault?.Kind, fault?.Reason));
    }

    [Fact]
    public async Task ReadAsync_CutShort_IsMalformed()
    {
        var file = new DocxFile(DocxFile.Paragraph(First)).Pack();

        Assert.Equal(ReadFaultKind.Malformed, Assert.Single(await Reading.AllAsync(file[..^40], "a.docx")).Fault?.Kind);
    }
}
