using Search.Reading.Files;

namespace Search.Reading.Tests.Pdf;

public class PdfReaderTests
{
    public static TheoryData<string> Samples => [.. PdfSamples.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task ReadAsync_TextLayer_GivesTitleDateAndParagraphs(string name)
    {
        var sample = PdfSamples.All.Single(sample => sample.Name == name);

        var result = Assert.Single(await Reading.AllAsync(sample.Make(), "a.pdf", new ReadOptions(Explain: true)));

        Assert.Null(result.Fault);
        Assert.Equal(sample.Title, result.Statement!.Title);
        Assert.Equal(new DateOnly(2031, 3, 2), result.Statement.Issued);
        Assert.Equal(sample.Body, result.Statement.Body.Split("\n\n"));
    }

    /// <summary>By sentences, as pages are measured: what is in the text of what was printed, and the other way round.</summary>
    [Fact]
    public async Task ReadAsync_AllSamples_HaveRecallAndPrecisionOfBody()
    {
        var (found, printed, right, read) = (0, 0, 0, 0);
        foreach (var sample in PdfSamples.All)
        {
            var body = Assert.Single(await Reading.AllAsync(sample.Make(), "a.pdf")).Statement?.Body ?? string.Empty;
            var (gold, given) = (Sentences(string.Join("\n\n", sample.Body)), Sentences(body));
            found += gold.Count(sentence => body.Contains(sentence, StringComparison.Ordinal));
            printed += gold.Count;
            right += given.Count(sentence => sample.Body.Any(paragraph => paragraph.Contains(sentence, StringComparison.Ordinal)));
            read += given.Count;
        }

        Assert.InRange((double)found / printed, 0.98, 1);
        Assert.InRange((double)right / read, 0.98, 1);
    }

    [Fact]
    public async Task ReadAsync_RunningHeadersAndPageNumbers_AreNamedWhenAsked()
    {
        var sample = PdfSamples.All.Single(sample => sample.Name == "running headers, footers and page numbers");

        var explanation = Assert.Single(await Reading.AllAsync(sample.Make(), "a.pdf", new ReadOptions(Explain: true))).Explanation;

        Assert.Contains("Cut above the text of pages 1, 2, 3: Harbour Gazette of Ruritania", explanation);
        Assert.Contains("Cut below the text of pages 1, 2, 3: Page 1 of 3", explanation);
    }

    [Fact]
    public async Task ReadAsync_LetterOfAMinistry_IsIssuedByIt()
    {
        var sample = PdfSamples.All.Single(sample => sample.Name == "a letter with letterhead and centred title");

        var statement = Assert.Single(await Reading.AllAsync(sample.Make(), "a.pdf")).Statement;

        Assert.Equal("Ministry of Foreign Affairs", statement?.Issuer?.Organisation);
    }

    [Fact]
    public async Task ReadAsync_Ligatures_AreLetters()
    {
        var pdf = new RawPdf();
        pdf.Put(72, 700, "The o\uFB03cers \uFB01nd oil on \uFB02oors.");

        var statement = Assert.Single(await Reading.AllAsync(pdf.Build(), "a.pdf")).Statement;

        Assert.Equal("The officers find oil on floors.", statement?.Body);
    }

    [Fact]
    public async Task ReadAsync_ArabicShapes_AreReadFromRightToLeft()
    {
        // Initial, medial, final and isolated forms; a ligature of two letters; a number and a Latin word between.
        var pdf = new RawPdf();
        pdf.PutFromRight(520, 700, "\uFED7\uFE8E\uFEDD \uFE8D\uFEDF\uFEE4\uFE98\uFEA4\uFEAA\uFE99 \uFEFB 12,5 UN (\uFE8F)");
        pdf.PutFromRight(520, 684, "\uFED7\uFE8E\uFEDD \uFEEB\uFEEC\uFEE6\uFE8E.");

        var statement = Assert.Single(await Reading.AllAsync(pdf.Build(), "a.pdf")).Statement;

        Assert.Equal("قال المتحدث لا 12,5 UN (ب) قال ههنا.", statement?.Body);
    }

    [Fact]
    public async Task ReadAsync_Hebrew_IsReadFromRightToLeftWithBracketsAsTheyLook()
    {
        var pdf = new RawPdf();
        pdf.PutFromRight(520, 700, "הדובר אמר )2031( לכל השומרים היום.");

        Assert.Equal("הדובר אמר (2031) לכל השומרים היום.", Assert.Single(await Reading.AllAsync(pdf.Build(), "a.pdf")).Statement?.Body);
    }

    [Fact]
    public async Task ReadAsync_Ideographs_AreJoinedWithoutBlanks()
    {
        var pdf = new RawPdf { Size = 24 };
        pdf.Put(72, 700, "港务委员会今天发表声明要求所有灯塔管理员在冬季");
        pdf.Put(72, 668, "之前准备好灯油和灯芯并感谢他们的辛勤工作。");

        Assert.Equal(
            "港务委员会今天发表声明要求所有灯塔管理员在冬季之前准备好灯油和灯芯并感谢他们的辛勤工作。",
            Assert.Single(await Reading.AllAsync(pdf.Build(), "a.pdf")).Statement?.Body);
    }

    [Fact]
    public async Task ReadAsync_NoTitleInTheText_TakesTheFilesOwn()
    {
        var sheet = new PdfSheet();
        sheet.SetInformation("On lamps and their oil", "Ministry of Foreign Affairs");
        sheet.Flow(FictionalText.Paragraph(1));

        var statement = Assert.Single(await Reading.AllAsync(sheet.Build(), "a.pdf")).Statement;

        Assert.Equal("On lamps and their oil", statement?.Title);
    }

    [Fact]
    public async Task ReadAsync_FontsThatDoNotSayTheirCharacters_AreNamed()
    {
        var pdf = new RawPdf();
        pdf.Put(72, 700, "The keepers of the northern cape have asked for oil.");

        var fault = Assert.Single(await Reading.AllAsync(pdf.Build(knowsCharacters: false), "a.pdf")).Fault;

        Assert.Equal(ReadFaultKind.Unsupported, fault?.Kind);
        Assert.Contains("fonts", fault?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_Encrypted_IsNamed()
    {
        var key = new string('A', 32);
        var pdf = PdfFrame.WriteWith(
            "/Encrypt 3 0 R /ID [<00112233445566778899AABBCCDDEEFF> <00112233445566778899AABBCCDDEEFF>]",
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [] /Count 0 >>",
            $"<< /Filter /Standard /V 1 /R 2 /O ({key}) /U ({key}) /P -4 >>");

        var fault = Assert.Single(await Reading.AllAsync(pdf, "a.pdf")).Fault;

        Assert.Equal(ReadFaultKind.Unsupported, fault?.Kind);
        Assert.Contains("encrypted", fault?.Reason, StringComparison.Ordinal);
    }

    private static List<string> Sentences(string body) =>
        [.. body.Split("\n\n").SelectMany(paragraph => paragraph.Split(". ")).Where(sentence => sentence.Split(' ').Length > 4)];
}
