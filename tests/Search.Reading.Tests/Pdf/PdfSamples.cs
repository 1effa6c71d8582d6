namespace Search.Reading.Tests.Pdf;

/// <param name="Name">What is special about it.</param>
/// <param name="Make">The file.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Body">Its paragraphs.</param>
internal sealed record PdfSample(string Name, string Title, IReadOnlyList<string> Body, Func<byte[]> Make);

/// <summary>PDFs with a text layer, each with one thing that makes text hard to read out.</summary>
internal static class PdfSamples
{
    private const string Title = "Statement on the lamp oil of the northern cape";
    /// <summary>With a sign where a word may be cut.</summary>
    private static readonly string s_hyphenated = (
        "The ad~min~is~tra~tion of the well-known light~house has re~mind~ed the com~mis~sion~ers of nav~i~ga~tion that ex~tra~or~di~nary "
        + "cir~cum~stances de~mand con~sid~er~able de~ter~mi~na~tion. A Franco-Ruritanian un~der~stand~ing and the long-term "
        + "rec~om~men~da~tions of the vice-president re~main un~changed, as do the non-negotiable com~mit~ments of all neigh~bour~ing "
        + "set~tle~ments. The com~pen~sa~tion of the ship~wrights con~tin~ues.").Replace('~', '\u00AD');

    public static IReadOnlyList<PdfSample> All { get; } =
    [
        Flowing("paragraphs with space between them", sheet => sheet.IsJustified = false, behind: 8),
        Flowing("justified paragraphs with indents", sheet => sheet.IsJustified = true, indent: 18),
        Flowing("ragged paragraphs with indents", sheet => sheet.IsJustified = false, indent: 18),
        Flowing("justified paragraphs with neither space nor indent", sheet => sheet.IsJustified = true),
        Columns("two columns", justified: false),
        Columns("two justified columns", justified: true),
        Hyphens(),
        Pages("running headers, footers and page numbers", pageNumber => $"Page {pageNumber} of 3", hasHeader: true),
        Pages("page numbers alone", pageNumber => $"- {pageNumber} -", hasHeader: false),
        Footnotes(),
        List(),
        Points(),
        Letter(),
        Doubled(),
    ];

    private static string Plain(string text) => text.Replace("\u00AD", string.Empty, StringComparison.Ordinal);

    private static void Head(PdfSheet sheet)
    {
        sheet.Size = 16;
        sheet.IsBold = true;
        sheet.Flow(Title);
        sheet.Size = 11;
        sheet.IsBold = false;
        sheet.Y -= 10;
        sheet.Flow("2 March 2031", behind: 14);
    }

    private static PdfSample Flowing(string name, Action<PdfSheet> settle, double indent = 0, double behind = 0)
    {
        var body = FictionalText.Paragraphs(5);
        return new PdfSample(name, Title, body, () =>
        {
            var sheet = new PdfSheet();
            Head(sheet);
            settle(sheet);
            foreach (var paragraph in body)
            {
                sheet.Flow(paragraph, indent: indent, behind: behind);
            }

            return sheet.Build();
        });
    }

    private static PdfSample Columns(string name, bool justified)
    {
        var body = FictionalText.Paragraphs(8, 3);
        return new PdfSample(name, Title, body, () =>
        {
            var sheet = new PdfSheet();
            Head(sheet);
            sheet.IsJustified = justified;
            var top = sheet.Y;
            foreach (var (index, paragraph) in body.Index())
            {
                sheet.Y = index == 4 ? top : sheet.Y;
                sheet.Flow(paragraph, left: index < 4 ? PdfSheet.Left : PdfSheet.Left + 235, width: 215, indent: 12);
            }

            return sheet.Build();
        });
    }

    private static PdfSample Hyphens()
    {
        string[] body = [Plain(s_hyphenated), FictionalText.Paragraph(2)];
        return new PdfSample("hyphens at line ends", Title, body, () =>
        {
            var sheet = new PdfSheet();
            Head(sheet);
            sheet.Hyphenates = true;
            sheet.IsJustified = true;
            sheet.Flow(s_hyphenated, width: 160, behind: 8);
            sheet.Flow(body[1], width: 160);
            return sheet.Build();
        });
    }

    private static PdfSample Pages(string name, Func<int, string> number, bool hasHeader)
    {
        var body = FictionalText.Paragraphs(22);
        return new PdfSample(name, Title, body, () =>
        {
            var sheet = new PdfSheet();
            var page = 0;
            void Turn()
            {
                page++;
                if (hasHeader)
                {
                    sheet.Put("Harbour Gazette of Ruritania", PdfSheet.Left, 800);
                    sheet.Put("Distributed to all stations and lightships.", PdfSheet.Left, 50);
                }

                sheet.Put(number(page), 280, 36);
            }

            Turn();
            Head(sheet);
            foreach (var paragraph in body)
            {
                sheet.FlowOn(paragraph, Turn, behind: 6);
            }

            return page == 3 ? sheet.Build() : throw new InvalidOperationException($"{page} pages.");
        });
    }

    private static PdfSample Footnotes()
    {
        var text = FictionalText.Paragraphs(3);
        string[] notes = ["1 See the statement of the keepers of the southern cape.", "2 The council did not publish its answer."];
        return new PdfSample("footnotes", Title, [.. text, .. notes], () =>
        {
            var sheet = new PdfSheet();
            Head(sheet);
            sheet.Flow(text[0], behind: 8);
            sheet.Flow(text[1], behind: 0);
            sheet.Size = 8;
            sheet.Put(notes[0], PdfSheet.Left, 110);
            sheet.Put(notes[1], PdfSheet.Left, 98);
            sheet.Size = 11;
            sheet.NewPage();
            sheet.Flow(text[2]);
            return sheet.Build();
        });
    }

    private static PdfSample List()
    {
        string[] points =
        [
            "• " + FictionalText.Sentence(3), "• " + FictionalText.Paragraph(4, 2), "• the price of cordage and of wicks",
            "1. " + FictionalText.Paragraph(5, 2),
            "2. " + FictionalText.Sentence(6), "(a) " + FictionalText.Paragraph(7, 2),
        ];
        string[] body = [FictionalText.Paragraph(1), .. points, FictionalText.Paragraph(2)];
        return new PdfSample("lists", Title, body, () =>
        {
            var sheet = new PdfSheet();
            Head(sheet);
            sheet.Flow(body[0], behind: 4);
            foreach (var point in points)
            {
                sheet.Flow(point, left: PdfSheet.Left + 18, width: PdfSheet.Width - 18, indent: -14);
            }

            sheet.Y -= 4;
            sheet.Flow(body[^1]);
            return sheet.Build();
        });
    }

    /// <summary>A table without lines: a narrow column of numbers, a wide one of text.</summary>
    private static PdfSample Points()
    {
        string[] points = [FictionalText.Paragraph(3, 2), FictionalText.Sentence(48), FictionalText.Paragraph(6, 2)];
        string[] body = [FictionalText.Paragraph(1), .. points.Select((point, index) => $"{index + 1}. {point}"),
            FictionalText.Paragraph(2)];
        return new PdfSample("a table of points", Title, body, () =>
        {
            var sheet = new PdfSheet();
            Head(sheet);
            sheet.Flow(body[0], behind: 10);
            foreach (var (index, point) in points.Index())
            {
                sheet.Put($"{index + 1}.", PdfSheet.Left, sheet.Y);
                sheet.Flow(point, left: PdfSheet.Left + 40, width: PdfSheet.Width - 40, behind: 6);
            }

            sheet.Flow(body[^1]);
            return sheet.Build();
        });
    }

    private static PdfSample Letter()
    {
        string[] body = [FictionalText.Paragraph(1), FictionalText.Paragraph(2), "For the keepers", "Ada Wick, harbour master"];
        return new PdfSample("a letter with letterhead and centred title", Title + " and of all the islands before it", body, () =>
        {
            var sheet = new PdfSheet { Size = 18, IsBold = true };
            sheet.Centre("MINISTRY OF FOREIGN AFFAIRS");
            sheet.Y -= 12;
            sheet.Size = 14;
            sheet.Centre(Title);
            sheet.Centre("and of all the islands before it");
            (sheet.Size, sheet.IsBold) = (11, false);
            sheet.Y -= 12;
            sheet.Flow(body[0], behind: 8);
            sheet.Flow(body[1], behind: 24);
            sheet.Flow(body[2]);
            sheet.Flow(body[3], behind: 20);
            sheet.Flow("2 March 2031");
            return sheet.Build();
        });
    }

    /// <summary>Bold as some printers make it: every letter twice, a little apart.</summary>
    private static PdfSample Doubled()
    {
        string[] body = [FictionalText.Sentence(8), FictionalText.Paragraph(2)];
        return new PdfSample("letters printed twice", Title, body, () =>
        {
            var sheet = new PdfSheet();
            Head(sheet);
            sheet.Put(body[0], PdfSheet.Left, sheet.Y);
            sheet.Put(body[0], PdfSheet.Left + 0.3, sheet.Y);
            sheet.Y -= 30;
            sheet.Flow(body[1]);
            return sheet.Build();
        });
    }
}
